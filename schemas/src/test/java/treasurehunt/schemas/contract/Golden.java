package treasurehunt.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples that every version must read. */
public final class Golden {
    private Golden() {}

    /** The files of actions, one action each. */
    public static List<Path> actions() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("actions"))) {
            return files.sorted().toList();
        }
    }

    public static List<String> results() throws IOException {
        return lines("results.ndjson");
    }

    public static List<String> progress() throws IOException {
        return lines("progress.ndjson");
    }

    public static List<String> deadLetters() throws IOException {
        return lines("dead-letters.ndjson");
    }

    public static List<String> hunts() throws IOException {
        return lines("hunts.ndjson");
    }

    /** Records of the topic hunts, sealed under {@link #huntKeys()}. */
    public static List<String> publications() throws IOException {
        return lines("publications.ndjson");
    }

    /** The bytes of a key file. */
    public static byte[] huntKeys() throws IOException {
        return Files.readAllBytes(folder().resolve("hunts.keys"));
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder().resolve(file), UTF_8);
    }

    private static Path folder() {
        try {
            return Path.of(Golden.class.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
