package treasurehunt.cli;

import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Loads the classes that commands load, without doing anything with them: for the archive that Java
 * makes of them when it is asked to ({@code -XX:ArchiveClassesAtExit}), so that commands start
 * sooner.
 */
final class ClassArchive {
    private static final Pattern JARS =
            Pattern.compile(
                    "(hunt|kafka-clients|picocli|jackson-core|jackson-databind|log4j-api"
                            + "|log4j-slf4j-impl|slf4j-api|postgresql)-[^/]*\\.jar");

    /** What Kafka's clients carry along for metrics that nobody has asked for. */
    private static final String SHADED = "/shaded/";

    private static final String CLASS = ".class";

    private ClassArchive() {}

    public static void main(String[] none) throws IOException {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (JARS.matcher(new File(jar).getName()).matches()) {
                load(jar);
            }
        }
    }

    private static void load(String path) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (name.endsWith(CLASS)
                        && !name.startsWith("META-INF/")
                        && !name.contains(SHADED)) {
                    load(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'),
                            ClassArchive.class.getClassLoader());
                }
            }
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // It needs a library that is not here, so no command needs it.
        }
    }
}
