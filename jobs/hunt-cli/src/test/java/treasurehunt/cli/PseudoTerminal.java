package treasurehunt.cli;

import treasurehunt.testkit.Poll;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A command that takes this for a terminal with somebody at it. */
public final class PseudoTerminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CTRL_C = 3;

    private final Process process;
    private final StringBuilder shown = new StringBuilder();
    private int awaited;

    private PseudoTerminal(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@code ./hunt} in a JVM of its own. */
    static PseudoTerminal hunt(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hunt.class.getName()));
        command.addAll(List.of(arguments));
        String line =
                command.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        return of(line, Path.of(""), Map.of());
    }

    /** Runs a command of the shell under util-linux's {@code script}. */
    public static PseudoTerminal of(String command, Path folder, Map<String, String> environment)
            throws IOException {
        // A shell that stayed would take Ctrl-C for itself, too, and dash then says 130 for all.
        ProcessBuilder script =
                new ProcessBuilder("script", "-q", "-e", "-f", "-c", "exec " + command, "/dev/null")
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true);
        script.environment().putAll(environment);
        return new PseudoTerminal(script.start());
    }

    /** Waits until this is shown, behind all that was waited for before. */
    public void await(String text) {
        boolean there = Poll.until(PATIENCE, () -> find(text) >= 0 || !process.isAlive());
        int at = find(text);
        if (!there || at < 0) {
            throw new AssertionError("not shown: " + text + "\nbut:\n" + all());
        }
        awaited = at + text.length();
    }

    /** Types a line. */
    public void type(String line) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    private int find(String text) {
        synchronized (shown) {
            return shown.indexOf(text, awaited);
        }
    }

    /** Presses Ctrl-C. */
    public void interrupt() throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(CTRL_C);
        keyboard.flush();
    }

    /** What was shown until now, with all that tells a terminal how. */
    public String all() {
        synchronized (shown) {
            return shown.toString();
        }
    }

    private void read() {
        try (Reader reader =
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[1024];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                synchronized (shown) {
                    shown.append(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
