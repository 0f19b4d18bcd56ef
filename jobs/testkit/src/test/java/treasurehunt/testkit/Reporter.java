package treasurehunt.testkit;

import java.util.Arrays;

/** A child that tells what it was started with, and then ends as its arguments say. */
final class Reporter {
    private Reporter() {}

    public static void main(String[] args) {
        System.out.println("arguments " + Arrays.toString(args));
        System.out.println("option " + System.getProperty("testkit.option"));
        System.out.println("environment " + System.getenv("TESTKIT_VARIABLE"));
        System.out.println("directory " + System.getProperty("user.dir"));
        switch (args[0]) {
            case "exit" -> System.exit(Integer.parseInt(args[1]));
            case "throw" -> throw new IllegalArgumentException(args[1]);
            default -> System.out.println("done");
        }
    }
}
