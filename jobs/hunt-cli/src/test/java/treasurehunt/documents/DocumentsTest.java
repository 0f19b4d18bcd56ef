package treasurehunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the documents can be checked without running anything long. */
class DocumentsTest {
    private static final Set<String> INFOS =
            Set.of("", "sh", "sh long", "bash", "text", "yaml", "json", "sql", "java");

    private static final int WIDTH = 125;

    private static final Pattern TEST = Pattern.compile("-D(?:it\\.)?test=([A-Za-z,]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D(hunt\\.[a-z.]+)");
    private static final Pattern MODULE = Pattern.compile("-pl ([a-z/,-]+)");

    static List<Document> documents() {
        return Document.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) {
        assertThat(document.links())
                .filteredOn(link -> !link.startsWith("http"))
                .allSatisfy(
                        link -> {
                            String path = link.replaceFirst("#.*", "");
                            Path target = document.file().resolveSibling(path).normalize();
                            Path file = path.isEmpty() ? document.file() : target;
                            assertThat(file).exists();
                            if (link.contains("#")) {
                                assertThat(anchors(file)).contains(link.replaceFirst(".*#", ""));
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noLineOfProseIsTooWideForAnEditor(Document document) {
        assertThat(document.prose())
                .allMatch(line -> line.codePointCount(0, line.length()) <= WIDTH);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatStandsBetweenBackquotesIsOfAKnownSort(Document document) {
        assertThat(document.fences())
                .allMatch(
                        fence ->
                                INFOS.contains(fence.info())
                                        || fence.info().startsWith("yaml file="));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsNotRunCanBeRead(Document document) throws Exception {
        for (Document.Fence fence : document.fences()) {
            if (fence.info().equals("bash") || fence.info().equals("sh long")) {
                Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
                bash.getOutputStream().write(fence.content().getBytes(StandardCharsets.UTF_8));
                bash.getOutputStream().close();
                String said =
                        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(bash.waitFor()).as(said).isZero();
            }
        }
    }

    /** Its tests, their properties and its modules are there. */
    @ParameterizedTest
    @MethodSource("documents")
    void whatRunsLongNamesWhatIsThere(Document document) throws IOException {
        String commands =
                document.fences().stream()
                        .filter(fence -> fence.info().equals("sh long"))
                        .map(Document.Fence::content)
                        .collect(Collectors.joining());
        String tests = testSources();

        assertThat(found(MODULE, commands))
                .allSatisfy(module -> assertThat(Document.PROJECT.resolve(module)).isDirectory());
        assertThat(found(TEST, commands))
                .allSatisfy(
                        test ->
                                assertThat(
                                                test.equals("None")
                                                        || tests.contains("class " + test + " {"))
                                        .as(test)
                                        .isTrue());
        assertThat(found(PROPERTY, commands))
                .allSatisfy(property -> assertThat(tests).contains('"' + property + '"'));
    }

    @Test
    void theTestsThatTheReadmeNamesAreThoseThatAreRun() throws IOException {
        String ci = Files.readString(Document.PROJECT.resolve(".ci/run"));
        String last = ci.strip().lines().reduce((before, line) -> line).orElseThrow();

        assertThat(Document.all().get(0).fences())
                .extracting(Document.Fence::content)
                .contains(last + "\n");
    }

    private static List<String> found(Pattern pattern, String commands) {
        return pattern.matcher(commands)
                .results()
                .map((MatchResult match) -> match.group(1))
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .distinct()
                .toList();
    }

    private static String testSources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String modules : List.of("schemas", "connectors", "jobs")) {
            try (Stream<Path> all = Files.walk(Document.PROJECT.resolve(modules))) {
                all.filter(file -> file.toString().contains("/src/test/"))
                        .filter(file -> file.toString().endsWith(".java"))
                        .forEach(files::add);
            }
        }
        StringBuilder sources = new StringBuilder();
        for (Path file : files) {
            sources.append(Files.readString(file));
        }
        return sources.toString();
    }

    /** As they are made of headings. */
    private static List<String> anchors(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
