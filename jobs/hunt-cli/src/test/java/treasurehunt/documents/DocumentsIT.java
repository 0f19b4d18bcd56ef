package treasurehunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does all that the documents say, word for word and in their order, beside the demo that the
 * README starts: on its usual ports, as people have it.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsIT {
    private static final String DEMO = "./hunt demo";
    private static final String TAIL = "./hunt tail ";
    private static final int TAIL_SECONDS = 5;
    private static final int FENCE_MINUTES = 3;

    /** How clients in other languages, and bash, say what they cannot do without. */
    private static final Pattern MISSING_TOOL =
            Pattern.compile(
                    "^(kcat|jq|confluent_kafka) is missing|: (kcat|jq): command not found",
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
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @ParameterizedTest
    @MethodSource("documents")
    @Order(1)
    void everyCommandDoesWhatItIsThereFor(Document document) throws Exception {
        Path here = newFolder(document.file().getFileName().toString());
        for (Document.Fence fence : document.fences()) {
            if (fence.info().startsWith("yaml file=")) {
                String name = fence.info().substring("yaml file=".length());
                Files.writeString(here.resolve(name), fence.content());
            } else if (fence.info().equals("sh") && !fence.content().startsWith(DEMO + "\n")) {
                run(fence.content(), here);
            }
        }
    }

    /** As it says at its end, whatever was done beside it. */
    @Test
    @Order(2)
    void theDemoShowsItselfAndEndsWell() throws Exception {
        DemoPicture picture = DemoPicture.lastOf(demo.all());
        picture.writeIfAsked();
        demo.interrupt();

        demo.await("each answered exactly once, as the rules say");
        demo.await("as the log has them");
        assertThat(demo.exitCode()).as(demo.all()).isZero();
        assertThat(picture.text())
                .contains("TREASURE HUNT ENGINE", "engine    ● RUNNING", "projector ● RUNNING")
                .contains("The Old Town on Two Legs   The Clockmaker's Will      Harbour Lights");
    }

    private static void run(String commands, Path here) throws Exception {
        Path said = Files.createTempFile(here, "said", ".txt");
        ProcessBuilder bash =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", untilCtrlC(commands))
                        .directory(here.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        bash.environment().putAll(environment());
        Process process = bash.start();
        boolean ended = process.waitFor(FENCE_MINUTES, TimeUnit.MINUTES);
        String told = "%s%nsaid:%n%s".formatted(commands, Files.readString(said));
        System.out.println(told);
        assertThat(ended).as(told).isTrue();
        boolean lacksTool = MISSING_TOOL.matcher(Files.readString(said)).find();
        assertThat(process.exitValue() == 0 || lacksTool).as(told).isTrue();
    }

    /** Presses Ctrl-C where a document says to. */
    private static String untilCtrlC(String commands) {
        return commands.lines()
                .map(
                        line ->
                                line.startsWith(TAIL)
                                        ? "timeout -s INT %d %s || [ $? = 124 ]"
                                                .formatted(TAIL_SECONDS, line)
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
