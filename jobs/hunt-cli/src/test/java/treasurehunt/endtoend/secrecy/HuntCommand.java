package treasurehunt.endtoend.secrecy;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import treasurehunt.cli.Hunt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs {@code ./hunt} as who looks for an error does, with stack traces, and keeps all that it
 * says.
 *
 * @param folder is given a file for each name of a run
 * @param kafka the option for where the broker is
 * @param keys the option for where the keys are
 */
public record HuntCommand(Path folder, String kafka, String keys) {
    /**
     * A run.
     *
     * @param said on standard output and standard error, by this run and those of its name before
     */
    public record Ran(int exitCode, String said) {}

    /** One for a broker, with the folder of its keys. */
    public static HuntCommand of(Path folder, String bootstrapServers, Path keys) {
        return new HuntCommand(folder, "--kafka=" + bootstrapServers, "--keys=" + keys);
    }

    /** Runs a command; the name is that of the file with what it says. */
    public Ran run(String name, Object... arguments) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode;
        PrintStream before = System.out;
        try (OutputStream bytes = Files.newOutputStream(file, CREATE, APPEND);
                PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
            exitCode = Hunt.commandLine(true).setOut(writer).setErr(writer).execute(texts);
        } finally {
            System.setOut(before);
        }
        return new Ran(exitCode, Files.readString(file));
    }
}
