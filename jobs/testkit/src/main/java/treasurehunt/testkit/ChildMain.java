package treasurehunt.testkit;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The main class of every child: runs the main class named by the first argument with the other
 * arguments, and halts as soon as the parent is gone. The parent holds the other end of standard
 * input, which the operating system closes whatever the parent died of.
 */
final class ChildMain {
    private static final int FAILED = 1;

    /** What a shell reports of a process ended by SIGHUP, the signal for a lost parent. */
    private static final int ORPHANED = 129;

    private ChildMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        haltWithParent();
        Method main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            // Threads the main class left behind would keep a failed JVM alive.
            System.exit(FAILED);
        }
    }

    private static void haltWithParent() {
        Thread watch = new Thread(ChildMain::awaitEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            System.err.println("Lost the pipe to the parent: " + e.getMessage());
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
