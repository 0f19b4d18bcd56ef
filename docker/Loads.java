import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.util.ChildFirstClassLoader;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Initialises classes as Flink would for a jar of ours, with Flink's own jars as the class path, and says where each came
 * from: {@code java -cp 'lib/*' Loads.java JAR CLASS...}
 */
final class Loads {
    private Loads() {}

    public static void main(String[] args) throws Exception {
        URL jar = Path.of(args[0]).toUri().toURL();
        String[] flinksFirst = CoreOptions.getParentFirstLoaderPatterns(new Configuration());
        ClassLoader loader =
                new ChildFirstClassLoader(
                        new URL[] {jar}, Loads.class.getClassLoader(), flinksFirst, e -> {});
        for (String name : Arrays.asList(args).subList(1, args.length)) {
            // RocksDB's native library is loaded by its class's initialiser.
            Class<?> loaded = Class.forName(name, true, loader);
            URI origin = loaded.getProtectionDomain().getCodeSource().getLocation().toURI();
            System.out.println("  " + name + " from " + Path.of(origin).getFileName());
        }
    }
}
