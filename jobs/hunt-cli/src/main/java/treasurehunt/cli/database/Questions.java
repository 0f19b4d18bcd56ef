package treasurehunt.cli.database;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.words.Quoted;
import treasurehunt.cli.words.Table;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;

/** The options of who asks the projector's database, and how its answers are shown. */
public final class Questions {
    @Mixin private PostgresOption postgres;

    @Option(names = "--json", description = "One JSON object a row, and nothing else.")
    private boolean json;

    /** The database, which has answered. */
    Database reach() throws CommandFailedException {
        return Database.of(postgres.orDemos());
    }

    boolean inJson() {
        return json;
    }

    /** Asks and shows the answer; how many rows there were. */
    int show(PrintWriter out, Database database, String sql, String... arguments)
            throws SQLException {
        String asked = json ? "SELECT to_jsonb(q) FROM (%s) q".formatted(sql) : sql;
        Database.Answer answer = database.ask(asked, arguments);
        if (json) {
            answer.rows().forEach(row -> out.println(row.get(0).orElse("null")));
        } else if (!answer.columns().isEmpty()) {
            Table table = new Table().row(answer.columns());
            answer.rows()
                    .forEach(
                            row ->
                                    table.row(
                                            row.stream()
                                                    .map(cell -> Quoted.visible(cell.orElse("")))
                                                    .toList()));
            out.print(table);
            if (answer.cut()) {
                out.println("There are more rows than %,d.".formatted(Database.MOST_ROWS));
            }
        }
        out.flush();
        return answer.rows().size();
    }

    /** The same of what the projector has made; it may not have run there. */
    int showTables(PrintWriter out, Database database, String sql, String... arguments)
            throws CommandFailedException {
        try {
            return show(out, database, sql, arguments);
        } catch (SQLException e) {
            throw database.unreadable(e);
        }
    }

    /** The first column of an answer. */
    static List<String> firstColumn(Database database, String sql) throws CommandFailedException {
        try {
            return database.ask(sql).rows().stream()
                    .map(row -> Quoted.visible(row.get(0).orElse("")))
                    .toList();
        } catch (SQLException e) {
            throw database.unreadable(e);
        }
    }
}
