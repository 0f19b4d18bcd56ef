package treasurehunt.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * The time that a process is suspended. A shell keeps it, which resumes the process when its input
 * ends, because this JVM ended the time or is gone: a suspended process cannot see that itself.
 */
final class Suspension {
    private static final String KEEP =
            "trap '' INT; kill -STOP $0 || exit 1; echo suspended; read end; kill -CONT $0";

    private final Process keeper;

    private Suspension(Process keeper) {
        this.keeper = keeper;
    }

    /** Suspends the process; returns when it has been told to. */
    static Suspension of(long pid) {
        try {
            Process keeper =
                    new ProcessBuilder("/bin/sh", "-c", KEEP, Long.toString(pid))
                            .redirectError(Redirect.DISCARD)
                            .start();
            if (keeper.getInputStream().read() < 0) {
                throw new IllegalStateException(
                        "There is no process %d to suspend.".formatted(pid));
            }
            return new Suspension(keeper);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot suspend process " + pid, e);
        }
    }

    /** Resumes the process if it is there; returns when it has been told to. */
    void end() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot resume a process.", e);
        }
        keeper.onExit().join();
    }
}
