package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import treasurehunt.cli.Ran;
import treasurehunt.cli.database.Database;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The topic {@code progress}, and the tables, while nobody acts. */
final class Snapshots {
    private Snapshots() {}

    /** Has the auditor judge every snapshot, beside the results. */
    static void assertAreWhatTheResultsLeadTo(HuntSystem system, Path folder) throws Exception {
        audit(system, folder, List.of(), 0);
    }

    /**
     * The same, and every row of the tables.
     *
     * @param refused how many rows are missing, because the database refused them
     */
    static void assertAreWhatTheResultsLeadTo(
            HuntSystem system, Path folder, PostgresServer postgres, int refused) throws Exception {
        Path tables = folder.resolve("tables");
        try (Database there =
                Database.of(new PostgresOptions(postgres.url(), postgres.user(), ""))) {
            there.writeTables(tables);
        }
        JsonNode found = audit(system, folder, List.of("--tables", tables), refused);
        assertThat(found.path("rows").asLong()).isPositive();
        System.out.println("rows audited: " + found.path("rows").asLong());
    }

    private static JsonNode audit(HuntSystem system, Path folder, List<Object> more, int violations)
            throws Exception {
        Path recorded = folder.resolve("with-snapshots");
        Path report = recorded.resolve("audit.json");
        Ran recording =
                Ran.hunt(
                        "record",
                        "--kafka",
                        system.bootstrapServers(),
                        "--keys",
                        system.keys(),
                        "--out",
                        recorded.resolve("actions.ndjson"),
                        "--hunts",
                        recorded.resolve("hunts"),
                        "--results",
                        recorded.resolve("results.ndjson"),
                        "--progress",
                        recorded.resolve("progress.ndjson"));
        assertThat(recording.exitCode()).as(recording.err()).isZero();
        List<Object> audit = new ArrayList<>(more);
        audit.addAll(
                0,
                List.of(
                        "audit",
                        "--keys",
                        system.keys(),
                        "--hunts",
                        recorded.resolve("hunts"),
                        "--actions",
                        recorded.resolve("actions.ndjson"),
                        "--results",
                        recorded.resolve("results.ndjson"),
                        "--progress",
                        recorded.resolve("progress.ndjson"),
                        "--partitions",
                        HuntSystem.PARTITIONS,
                        "--running",
                        "--report",
                        report));
        Ran ran = Ran.hunt(audit.toArray());
        assertThat(ran.exitCode())
                .as("%s%s", ran.out(), ran.err())
                .isEqualTo(violations == 0 ? 0 : 1);
        JsonNode found = new ObjectMapper().readTree(report.toFile());
        assertThat(found.path("violations").asLong(-1)).as(ran.out()).isEqualTo(violations);
        assertThat(found.path("snapshots").asLong()).isPositive();
        System.out.println("snapshots audited: " + found.path("snapshots").asLong());
        return found;
    }
}
