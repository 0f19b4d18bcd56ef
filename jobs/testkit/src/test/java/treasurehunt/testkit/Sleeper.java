package treasurehunt.testkit;

import java.util.concurrent.CountDownLatch;

/** A child that says {@code ready} and then waits to be ended; {@code deaf} ones refuse SIGTERM. */
final class Sleeper {
    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0 && args[0].equals("deaf")) {
            Runtime.getRuntime().addShutdownHook(new Thread(Sleeper::waitForEver));
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
