package treasurehunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.cli.PseudoTerminal;
import treasurehunt.schemas.result.Code;
import treasurehunt.testkit.Poll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does all that the documents say, word for word and in their order, beside the demo that the
 * README starts: on its usual ports, as people have it.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsIT {
    private static final List<String> WELL =
            List.of(
                    "TREASURE HUNT ENGINE",
                    "engine    ● RUNNING",
                    "projector ● RUNNING",
                    "The Old Town on Two Legs   The Clockmaker's Will      Harbour Lights");

    private static final String DEMO = "./hunt demo";
    private static final String TAIL = "./hunt tail ";
    private static final int TAIL_SECONDS = 10;

    /** Something must have come until then. */
    private static final String FOLLOWED =
            "said=$(timeout -s INT %d %s) || [ $? = 124 ]; [ -n \"$said\" ]; echo \"$said\"";

    private static final int FENCE_MINUTES = 3;

    /** How clients in other languages, and bash, say what they cannot do without. */
    private static final Pattern MISSING_TOOL =
            Pattern.compile(
                    "^(kcat|jq|confluent_kafka) is missing|(kcat|jq|curl): command not found",
                    Pattern.MULTILINE);

    @TempDir private static Path folder;
    private static PseudoTerminal demo;

    static List<Document> documents() {
        return Document.all().stream().filter(it -> !fences(it, "sh").isEmpty()).toList();
    }

    @BeforeAll
    static void theDemoRuns() throws Exception {
        Document readme = Document.all().get(0);
        assertThat(fences(readme, "sh").get(0).content()).isEqualTo(DEMO + "\n");
        demo = PseudoTerminal.of(DEMO, newFolder("demo"), environment());
        demo.await("half way");
        assertThat(showsThatAllIsWell()).as(demo.all()).isTrue();
        if (DemoPicture.IS_WANTED) {
            demo.await("  1:3");
            DemoPicture.lastOf(demo.all()).write();
        }
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    @Order(1)
    void everyCommandDoesWhatItIsThereFor(Document document) throws Exception {
        Path here = newFolder(document.file().getFileName().toString());
        List<String> missing = new ArrayList<>();
        Optional<String> said = Optional.empty();
        for (Document.Fence fence : document.fences()) {
            if (fence.info().startsWith("yaml file=")) {
                String name = fence.info().substring("yaml file=".length());
                Files.writeString(here.resolve(name), fence.content());
            } else if (fence.info().equals("sh") && !fence.content().startsWith(DEMO + "\n")) {
                said = run(fence.content(), here, missing);
            } else if (fence.info().equals("text") && fence.follows() && said.isPresent()) {
                assertThat(anyPlace(said.get())).contains(anyPlace(fence.content()));
            } else {
                said = Optional.empty();
            }
        }
        Assumptions.assumeTrue(missing.isEmpty(), () -> "not run: " + missing);
    }

    /** As the guide for authors has it, and to the end. */
    @Test
    @Order(2)
    void theGuidesHuntIsPlayedInATerminal() throws Exception {
        try (PseudoTerminal guest =
                PseudoTerminal.of(
                        "./hunt play museum-night --player guest",
                        newFolder("guest"),
                        environment())) {
            guest.await("#1 The largest guest (answer, a hint is free)");
            guest.type("Fish!");
            guest.await("The answer is wrong, but near.");
            guest.await("I breathed air, like you.");
            guest.type("the WHALE");
            guest.await("Clue \"The largest guest\" is solved.");
            guest.await("+50 points for clue \"The largest guest\": the score is 50.");
            guest.type("#2 MN-LOCKER-7Q4D");
            guest.await("#4 Who needs a lamp?");
            guest.type("#3 52.3702,4.8952");
            guest.await("170 points >");
            guest.type("luna");
            guest.await("The hunt is completed.");
            guest.await("It ends with 270 points.");
            assertThat(guest.exitCode()).isZero();
        }
    }

    /** What a shell may hand to a command that it starts. */
    @Test
    @Order(2)
    void noClosedOrFullStreamAndNoLocaleDoesHarm() throws Exception {
        String commands =
                """
                ./hunt send --stdin <&-
                ./hunt psql <&-
                if ./hunt --help > /dev/full; then exit 9; fi
                said=$({ ./hunt tail results --uncommitted | head -n 1; } 2>&1) || exit_code=$?
                echo "$said"
                [ -z "${exit_code:-}" ]
                [ "$(echo "$said" | wc -l)" = 1 ]
                (LC_ALL=C ./hunt check nöpe.yaml 2>&1 || true) | grep 'nöpe.yaml: there is no such file'
                """;

        run(commands, newFolder("streams"), new ArrayList<>());
    }

    /** As it says at its end, whatever was done beside it. */
    @Test
    @Order(3)
    void theDemoShowsItselfAndEndsWell() throws Exception {
        boolean shown = showsThatAllIsWell();
        demo.interrupt();

        demo.await("each answered exactly once, as the rules say");
        demo.await("as the log has them");
        assertThat(demo.exitCode()).as(demo.all()).isZero();
        assertThat(shown).as(demo.all()).isTrue();
        assertThat(EnumSet.range(Code.JOINED, Code.INSUFFICIENT_POINTS))
                .as("all that a player can be told, the crowd is told")
                .allMatch(code -> demo.all().contains(" " + code.name() + " "));
        assertThat(demo.all()).contains("Restarts  0 after a kill, 0 by the jobs themselves");
    }

    private static boolean showsThatAllIsWell() {
        return Poll.until(
                Duration.ofMinutes(1),
                () -> WELL.stream().allMatch(DemoPicture.lastOf(demo.all()).text()::contains));
    }

    /** Where in the log something came to stand is another place each time. */
    private static String anyPlace(String text) {
        return text.replaceAll("\\d+:\\d+", "PARTITION:OFFSET");
    }

    /** Returns what was said; nothing if a tool is missing. */
    private static Optional<String> run(String commands, Path here, List<String> missing)
            throws Exception {
        Path said = Files.createTempFile(here, "said", ".txt");
        // A file: in a locale without UTF-8 Java spoils what it hands on as an argument.
        Path script = Files.createTempFile(here, "commands", ".sh");
        Files.writeString(script, untilCtrlC(commands));
        ProcessBuilder bash =
                new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                        .directory(here.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        bash.environment().putAll(environment());
        Process process = bash.start();
        boolean ended = process.waitFor(FENCE_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        String told = "%s%nsaid:%n%s".formatted(commands, Files.readString(said));
        System.out.println(told);
        assertThat(ended).as(told).isTrue();
        Matcher lack = MISSING_TOOL.matcher(Files.readString(said));
        if (process.exitValue() != 0 && lack.find()) {
            missing.add(lack.group());
            return Optional.empty();
        }
        assertThat(process.exitValue()).as(told).isZero();
        return Optional.of(Files.readString(said));
    }

    /** Presses Ctrl-C where a document says to. */
    private static String untilCtrlC(String commands) {
        return commands.lines()
                .map(
                        line ->
                                line.startsWith(TAIL) && !line.contains("--max")
                                        ? FOLLOWED.formatted(TAIL_SECONDS, line)
                                        : line)
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static Map<String, String> environment() {
        return Map.of(
                "HUNT_KEYS",
                folder.resolve("keys").toString(),
                "LC_ALL",
                "C.UTF-8",
                "TERM",
                "xterm");
    }

    /** One that looks like the project's, and keeps what is written there. */
    private static Path newFolder(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> all = Files.list(Document.PROJECT)) {
            for (Path each : all.toList()) {
                Files.createSymbolicLink(made.resolve(each.getFileName()), each);
            }
        }
        return made;
    }

    private static List<Document.Fence> fences(Document document, String info) {
        return document.fences().stream().filter(fence -> fence.info().equals(info)).toList();
    }
}
