package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.cli.LogLines.plain;
import static treasurehunt.cli.LogLines.raw;
import static treasurehunt.cli.LogLines.tick;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Audits a small log as the core answers it, and with one answer spoilt. */
class AuditCommandTest {
    private static final int JOINED = 0;
    private static final int SOLVED = 2;
    private static final int ANNOUNCED = 4;

    @TempDir private Path folder;
    private Path hunts;
    private Path log;
    private Path results;
    private List<String> answers;

    /**
     * Ada joins, fails, solves; something is no action; what ada's second clue did is told by time.
     */
    @BeforeEach
    void aLogAndItsAnswers() throws IOException {
        hunts = folder.resolve("hunts");
        log = folder.resolve("actions.ndjson");
        results = folder.resolve("results.ndjson");
        Hunts.write(
                hunts.resolve("pier.yaml"),
                Hunts.of("pier")
                        + """
                          - id: mast
                            title: The mast
                            text: Taller than the gate.
                            requires: gate
                            deadline: 10s
                            proof: {answer: {accept: [pine]}}
                        """);
        Hunts.write(
                log,
                String.join(
                        "\n",
                        plain(0, 0, 1_000, Hunts.action("ada", "a1", "\"join\":{}")),
                        plain(0, 1, 2_000, answer("a2", "elm")),
                        plain(0, 2, 3_000, answer("a3", "oak")),
                        raw(0, 3, 4_000, "ada", "rubbish \u001b[31m"),
                        tick(0, 4, 20_000)));
        Ran replayed = Ran.hunt("replay", "--hunts", hunts, "--actions", log, "--out", results);
        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        answers = Files.readAllLines(results);
        assertThat(answers).hasSize(5);
    }

    @Test
    void whatTheCoreAnswersIsFoundRight() throws IOException {
        Ran ran = audit();

        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .startsWith(
                        "Nothing found: each answer is the one that the rules give.",
                        "Log       5 records, 4 of them actions",
                        "Answers   4 results, 1 of them announcements",
                        "Rules     give 1 dead letters, MALFORMED 1");
    }

    @Test
    void whatASealedHuntSaysIsAuditedLikeAnyOther() throws Exception {
        Path keys = folder.resolve("keys");
        Ran.hunt("keys", "init", "--keys", keys);
        Keys ofHunts = new KeyFolder(keys).read(Role.HUNTS);
        Path sealed = folder.resolve("sealed");
        Hunts.write(
                sealed.resolve("pier.json"),
                new String(
                        PublicationCodec.encode(
                                new Publication.Published(
                                        HuntYaml.read(hunts.resolve("pier.yaml"))),
                                ofHunts),
                        StandardCharsets.UTF_8));

        Ran opened = audit(sealed, log, results, "--keys=" + keys);
        Ran closed = audit(sealed, log, results);

        assertThat(opened.exitCode()).as(opened.out() + opened.err()).isZero();
        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.err())
                .startsWith(sealed.resolve("pier.json") + ": is sealed under the key ")
                .contains(ofHunts.ids().get(0), "--keys")
                .hasLineCount(1);
    }

    @Test
    void anAnswerThatIsMissingIsNamedByItsPlace() throws IOException {
        answers.remove(JOINED);

        Ran ran = audit("--json");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(violations(ran))
                .anySatisfy(
                        violation -> {
                            assertThat(violation.path("rule").asText()).isEqualTo("MISSING");
                            assertThat(violation.path("id").asText()).isEqualTo("0:0");
                            assertThat(violation.path("line").asLong(-1)).isZero();
                        });
    }

    @Test
    void anAnswerGivenTwiceIsNamedByItsLine() throws IOException {
        answers.add(JOINED + 1, answers.get(JOINED));

        Ran ran = audit();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("DUPLICATE 0:0").contains("line 2").contains("1 VIOLATIONS");
    }

    @Test
    void anotherCodeIsFound() throws IOException {
        spoil(SOLVED, line -> line.replace("\"SOLVED\"", "\"WRONG\""));

        Ran ran = audit();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("CODE 0:2 of ada, line 3: ");
    }

    @Test
    void whatOnlyTimeBringsMayBeMissingWhileTheEngineRuns() throws IOException {
        answers.remove(ANNOUNCED);

        Ran closed = audit();
        Ran running = audit("--running");

        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.out()).contains("MISSING ada:pier:13000");
        assertThat(running.exitCode()).as(running.out()).isZero();
    }

    @Test
    void aLineThatIsNoAnswerMovesNoCursor() throws IOException {
        answers.add("{\"id\":\"0:9\u001b[2J\u202e\"}");
        answers.add("\u001b[2J");

        Ran words = audit();
        Ran json = audit("--json");

        assertThat(words.exitCode()).isEqualTo(1);
        assertThat(words.out()).doesNotContain("\u001b", "\u202e");
        assertThat(json.out()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void theReportIsWrittenWhateverIsSaid() throws IOException {
        Path report = folder.resolve("report.json");
        answers.remove(JOINED);

        Ran ran = audit("--json", "--report", report.toString());

        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.path("violations").asLong()).isEqualTo(ran.out().lines().count());
        assertThat(json.path("records").asLong()).isEqualTo(5);
        assertThat(json.path("actions").asLong()).isEqualTo(4);
        assertThat(json.path("dead_letters").path("MALFORMED").asLong()).isEqualTo(1);
        assertThat(json.has("stopped_at")).isFalse();
    }

    @Test
    void anUnreadableLogIsNamedAndNoReportIsLeft() throws IOException {
        Hunts.write(log, "{\"offset\":1}\n");
        Path report = folder.resolve("report.json");

        Ran ran = audit("--report", report.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(log + ":1: ").hasLineCount(1);
        assertThat(folder).isDirectoryNotContaining("glob:**report.json*");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path nowhere = folder.resolve("none");

        Ran noHunts = audit(nowhere, log, results);
        Ran noLog = audit(hunts, nowhere, results);
        Ran noResults = audit(hunts, log, nowhere);

        assertThat(List.of(noHunts, noLog, noResults))
                .allSatisfy(
                        ran -> {
                            assertThat(ran.exitCode()).isEqualTo(1);
                            assertThat(ran.err()).startsWith(nowhere + ": ").hasLineCount(1);
                        });
    }

    private static String answer(String id, String text) {
        return Hunts.action("ada", id, "\"answer\":{\"clue\":\"gate\",\"text\":\"" + text + "\"}");
    }

    private void spoil(int line, UnaryOperator<String> how) {
        answers.set(line, how.apply(answers.get(line)));
    }

    private Ran audit(String... options) throws IOException {
        Files.write(results, answers);
        return audit(hunts, log, results, options);
    }

    private static Ran audit(Path hunts, Path log, Path results, String... options) {
        List<Object> arguments =
                new ArrayList<>(
                        List.of(
                                "audit",
                                "--hunts",
                                hunts,
                                "--actions",
                                log,
                                "--results",
                                results,
                                "--partitions",
                                1));
        arguments.addAll(List.of(options));
        return Ran.hunt(arguments.toArray());
    }

    private static List<JsonNode> violations(Ran ran) throws IOException {
        List<JsonNode> violations = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            violations.add(new ObjectMapper().readTree(line));
        }
        return violations;
    }
}
