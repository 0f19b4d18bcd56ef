package treasurehunt.cli.database;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;

import java.util.List;
import java.util.concurrent.Callable;

/** Shows the public board of a hunt. */
@Command(
        name = "leaders",
        description =
                "Show who leads in a hunt: its public board, as the projector has written it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt leaders harbour-lights",
            "  ./hunt leaders harbour-lights --top 100 --json"
        })
public final class LeadersCommand implements Callable<Integer> {
    private static final String BOARD =
            """
            SELECT rank, player, score, date_trunc('second', score_at AT TIME ZONE 'UTC') AS since
            FROM leaderboard WHERE hunt = ? ORDER BY rank LIMIT %d""";

    @Spec private CommandSpec spec;

    @Mixin private Questions questions;

    @Parameters(paramLabel = "HUNT", description = "Its id.")
    private String hunt;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Override
    public Integer call() throws CommandFailedException {
        if (top < 1 || top > Database.MOST_ROWS) {
            throw new ParameterException(
                    spec.commandLine(), "--top: must be 1 to " + Database.MOST_ROWS);
        }
        try (Database database = questions.reach()) {
            List<String> hunts =
                    Questions.firstColumn(
                            database, "SELECT DISTINCT hunt FROM leaderboard ORDER BY hunt");
            if (!hunts.contains(hunt)) {
                throw new CommandFailedException(
                        "Nobody stands in "
                                + hunt
                                + (hunts.isEmpty()
                                        ? ", nor in any other hunt."
                                        : ". There is somebody in "
                                                + String.join(", ", hunts)
                                                + "."));
            }
            questions.showTables(spec.commandLine().getOut(), database, BOARD.formatted(top), hunt);
            return 0;
        }
    }
}
