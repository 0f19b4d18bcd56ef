package treasurehunt.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A child's folder for temporary files: a killed JVM cannot tidy up after itself. */
record Scratch(Path folder) {
    /** Makes the folder, without what an earlier child left in it. */
    void empty() {
        delete();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    /** Only for when no child uses the folder. */
    void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> contentsFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : contentsFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the folder " + folder, e);
        }
    }

    String jvmOption() {
        return "-Djava.io.tmpdir=" + folder;
    }
}
