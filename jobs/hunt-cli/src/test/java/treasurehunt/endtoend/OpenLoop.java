package treasurehunt.endtoend;

import org.apache.kafka.clients.producer.RecordMetadata;

import treasurehunt.schemas.action.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Players of the clue {@code gate} who ask on, each at his time, whether they are answered or not.
 */
final class OpenLoop implements AutoCloseable {
    private static final int PLAYERS = 20;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / 200;

    private final ActionSender sender;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<Integer> asked = CompletableFuture.completedFuture(0);
    private volatile boolean stopped;

    OpenLoop(HuntSystem system, String hunt) {
        sender = new ActionSender(system, hunt);
    }

    /** All of them join; returns how many they are. */
    int join() throws Exception {
        for (int i = 0; i < PLAYERS; i++) {
            sender.send("walker-" + i, new Kind.Join());
        }
        return PLAYERS;
    }

    void start() {
        asked = thread.submit(this::ask);
    }

    private int ask() throws Exception {
        List<Future<RecordMetadata>> places = new ArrayList<>();
        long next = System.nanoTime();
        while (!stopped) {
            int number = sender.sent();
            places.add(
                    sender.sendSoon(
                            "walker-" + number % PLAYERS,
                            new Kind.Answer("gate", "wrong " + number)));
            next += PERIOD_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        for (Future<RecordMetadata> place : places) {
            place.get();
        }
        return sender.sent();
    }

    /** Returns when the broker has all of it, how much it was, joins too. */
    int stop() throws Exception {
        stopped = true;
        return asked.get();
    }

    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
        sender.close();
    }
}
