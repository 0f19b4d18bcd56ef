package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import treasurehunt.cli.Ran;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The topic {@code progress}, and the tables, while nobody acts. */
final class Snapshots {
    private Snapshots() {}

    /** Has the auditor judge every snapshot, beside the results. */
    static void assertAreWhatTheResultsLeadTo(HuntSystem system, Path folder) throws Exception {
        audit(system, folder, List.of(), List.of(), 0);
    }

    /**
     * The same, and every row of the tables.
     *
     * @param refused how many rows are missing, because the database refused them
     */
    static void assertAreWhatTheResultsLeadTo(
            HuntSystem system, Path folder, PostgresServer postgres, int refused) throws Exception {
        Path tables = folder.resolve("tables");
        JsonNode found =
                audit(
                        system,
                        folder,
                        List.of(
                                "--tables",
                                tables,
                                "--postgres",
                                postgres.url(),
                                "--user",
                                postgres.user()),
                        List.of("--tables", tables),
                        refused);
        assertThat(found.path("rows").asLong()).isPositive();
        System.out.println("rows audited: " + found.path("rows").asLong());
    }

    private static JsonNode audit(
            HuntSystem system,
            Path folder,
            List<Object> recorded,
            List<Object> audited,
            int violations)
            throws Exception {
        Path files = folder.resolve("with-snapshots");
        Path report = files.resolve("audit.json");
        List<Object> record = new ArrayList<>(recorded);
        record.addAll(
                0,
                List.of(
                        "record",
                        "--kafka",
                        system.bootstrapServers(),
                        "--keys",
                        system.keys(),
                        "--out",
                        files.resolve("actions.ndjson"),
                        "--hunts",
                        files.resolve("hunts"),
                        "--results",
                        files.resolve("results.ndjson"),
                        "--progress",
                        files.resolve("progress.ndjson")));
        Ran recording = Ran.hunt(record.toArray());
        assertThat(recording.exitCode()).as(recording.err()).isZero();
        List<Object> audit = new ArrayList<>(audited);
        audit.addAll(
                0,
                List.of(
                        "audit",
                        "--keys",
                        system.keys(),
                        "--hunts",
                        files.resolve("hunts"),
                        "--actions",
                        files.resolve("actions.ndjson"),
                        "--results",
                        files.resolve("results.ndjson"),
                        "--progress",
                        files.resolve("progress.ndjson"),
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
