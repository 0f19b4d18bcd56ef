package treasurehunt.cli.tail;

import org.apache.kafka.clients.consumer.Consumer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C the orderly end of a command that follows, with exit code 0. */
final class OrderlyEnd {
    private static final long PATIENCE_MILLIS = 2_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private OrderlyEnd(Consumer<?, ?> consumer) {
        hook = new Thread(() -> end(consumer), "ctrl-c");
    }

    static OrderlyEnd wakes(Consumer<?, ?> consumer) {
        OrderlyEnd end = new OrderlyEnd(consumer);
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** Following has ended, in whatever way. */
    void over() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down: it was Ctrl-C.
        }
    }

    private void end(Consumer<?, ?> consumer) {
        consumer.wakeup();
        try {
            if (!over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // After a signal a JVM exits with its number, whatever its hooks do, unless it is halted.
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
