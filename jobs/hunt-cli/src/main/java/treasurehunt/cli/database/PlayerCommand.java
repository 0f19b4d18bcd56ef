package treasurehunt.cli.database;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.words.Quoted;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Shows where a player stands. */
@Command(
        name = "player",
        description =
                "Show where a player stands in each hunt, and every change of his points with its"
                        + " reason, as the projector has written it.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./hunt player me", "  ./hunt player me --json"})
public final class PlayerCommand implements Callable<Integer> {
    private static final String PROGRESS =
            """
            SELECT hunt, lower(standing) AS standing, score, array_to_string(clues_solved, ' ') AS solved,
                array_to_string(clues_open, ' ') AS open, array_to_string(treasures, ' ') AS treasures
            FROM hunt_progress WHERE player = ? ORDER BY hunt""";

    private static final String LEDGER =
            """
            SELECT date_trunc('second', changed_at AT TIME ZONE 'UTC') AS at, hunt, points, balance, reason,
                concat_ws(' ', clue, hint, treasure, operator_text) AS what, result_id AS result
            FROM ledger WHERE player = ? ORDER BY hunt, version, place""";

    @Spec private CommandSpec spec;

    @Mixin private Questions questions;

    @Parameters(paramLabel = "NAME", description = "The player.")
    private String player;

    @Override
    public Integer call() throws CommandFailedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = questions.reach()) {
            if (questions.showTables(out, database, PROGRESS, player) == 0) {
                throw new CommandFailedException(
                        Quoted.visible(player)
                                + " stands in no hunt. Look who does: ./hunt psql \"SELECT * FROM player_progress\". What was just answered is written within seconds.");
            }
            if (!questions.inJson()) {
                out.println();
            }
            questions.showTables(out, database, LEDGER, player);
            return 0;
        }
    }
}
