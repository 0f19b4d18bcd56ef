package treasurehunt.cli.database;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.words.Quoted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** A small prompt for the projector's database. */
@Command(
        name = "psql",
        description = {
            "Ask the projector's database in SQL: what is given, or what is typed, or stands in the"
                    + " standard input, each question up to a semicolon at a line's end. It is only"
                    + " read.",
            "Views: player_progress, leaderboard, hunt_funnel, hint_value, suspicions. Tables:"
                    + " hunt_progress, solves, ledger, treasure_grants. \\d shows their columns."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt psql",
            "  ./hunt psql \"SELECT * FROM hunt_funnel ORDER BY hunt, clue\"",
            "  ./hunt psql --json \"SELECT * FROM leaderboard WHERE rank <= 3\""
        })
public final class PsqlCommand implements Callable<Integer> {
    private static final String PROMPT = "hunt=> ";
    private static final String MORE = "hunt-> ";
    private static final Set<String> END = Set.of("\\q", "quit", "exit");
    private static final String DESCRIBE =
            """
            SELECT c.relname AS name, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
                coalesce(col_description(c.oid, a.attnum), obj_description(c.oid)) AS meaning
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
                AND c.relname <> 'schema_migrations'
            ORDER BY c.relkind DESC, c.relname, a.attnum""";

    @Spec private CommandSpec spec;

    @Mixin private Questions questions;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "A question.")
    private Optional<String> sql = Optional.empty();

    @Override
    public Integer call() throws CommandFailedException, IOException {
        try (Database database = questions.reach()) {
            database.askAsReader();
            if (sql.isPresent()) {
                return isAnswered(database, sql.get()) ? 0 : 1;
            }
            return prompt(database);
        }
    }

    private int prompt(Database database) throws IOException {
        boolean typed = Terminal.isThere();
        PrintWriter out = spec.commandLine().getOut();
        if (typed) {
            out.println("SQL up to a semicolon; \\d shows tables and views, \\q ends.");
        }
        boolean allAnswered = true;
        StringBuilder question = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (true) {
                if (typed) {
                    out.print(question.isEmpty() ? PROMPT : MORE);
                    out.flush();
                }
                String line = lines.readLine();
                if (line == null || END.contains(line.strip())) {
                    return isAnsweredIfAny(database, question) && allAnswered ? 0 : 1;
                }
                question.append(line).append('\n');
                if (line.stripTrailing().endsWith(";") || line.strip().equals("\\d")) {
                    allAnswered &= isAnsweredIfAny(database, question);
                    question.setLength(0);
                }
            }
        }
    }

    private boolean isAnsweredIfAny(Database database, StringBuilder question) {
        return question.toString().isBlank() || isAnswered(database, question.toString());
    }

    /** Shows the answer, or why there is none. */
    private boolean isAnswered(Database database, String question) {
        String asked = question.strip();
        while (asked.endsWith(";")) {
            asked = asked.substring(0, asked.length() - 1).stripTrailing();
        }
        try {
            PrintWriter out = spec.commandLine().getOut();
            questions.show(out, database, asked.equals("\\d") ? DESCRIBE : asked);
            return true;
        } catch (SQLException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(Quoted.visible(Database.sentence(e).replace('\n', ' ')));
            err.flush();
            return false;
        }
    }
}
