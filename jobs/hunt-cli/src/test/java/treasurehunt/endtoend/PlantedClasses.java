package treasurehunt.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Gives a JVM other versions of classes than stand on its class path. It is a Java agent in that
 * JVM.
 */
public final class PlantedClasses {
    private PlantedClasses() {}

    /** The option for a JVM that is to have these classes instead of its own of the same names. */
    static String jvmOption(Path folder, Path classes) throws IOException {
        return "-javaagent:" + agent(folder) + "=" + classes.toAbsolutePath();
    }

    /** A jar that names this class; the class itself is on the class path. */
    private static Path agent(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", PlantedClasses.class.getName());
        Path jar = folder.resolve("agent.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar.toAbsolutePath();
    }

    /** Called by the JVM before its main class. */
    public static void premain(String classes, Instrumentation jvm) {
        jvm.addTransformer(
                new ClassFileTransformer() {
                    @Override
                    public byte[] transform(
                            ClassLoader loader,
                            String name,
                            Class<?> redefined,
                            ProtectionDomain domain,
                            byte[] bytes) {
                        return planted(Path.of(classes, name + ".class"));
                    }
                });
    }

    private static byte[] planted(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
