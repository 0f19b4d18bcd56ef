package treasurehunt.audit;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * A mistake in the core, as a patch of its source.
 *
 * @param patch a line that tells the mistake, then a unified diff of one file
 */
public record PlantedBug(Path patch) {
    private static final Path BUGS = Path.of("src/test/resources/planted-bugs");
    private static final Path CORE = Path.of("../hunt-core/src/main/java");
    private static final String FILE = "+++ b/";

    static List<PlantedBug> all() throws IOException {
        try (Stream<Path> patches = Files.list(BUGS)) {
            return patches.sorted().map(PlantedBug::new).toList();
        }
    }

    String what() throws IOException {
        return Files.readAllLines(patch).get(0);
    }

    /** This JVM's classes, but the core with the bug; {@code folder} is for what is compiled. */
    URLClassLoader plant(Path folder) throws IOException, PatchFailedException {
        return new URLClassLoader(before(compiled(folder)), ClassLoader.getPlatformClassLoader());
    }

    /**
     * The classes with the bug, in a folder of their own. Where in its file the patch stands may
     * change, but no line of it.
     */
    public Path compiled(Path folder) throws IOException, PatchFailedException {
        List<String> diff = Files.readAllLines(patch);
        String file =
                diff.stream()
                        .filter(line -> line.startsWith(FILE))
                        .findAny()
                        .orElseThrow()
                        .substring(FILE.length());
        Patch<String> change = UnifiedDiffUtils.parseUnifiedDiff(diff.subList(1, diff.size()));
        List<String> planted = change.applyFuzzy(Files.readAllLines(CORE.resolve(file)), 0);
        Path source = folder.resolve(file);
        Files.createDirectories(source.getParent());
        Files.write(source, planted);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(source, classes);
        return classes;
    }

    private void compile(Path source, Path classes) {
        int exitCode =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-nowarn",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString());
        if (exitCode != 0) {
            throw new IllegalStateException(patch + ": does not compile");
        }
    }

    /** The class path, these classes before all others. */
    private static URL[] before(Path classes) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    public String toString() {
        String name = patch.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
