package treasurehunt.endtoend;

import org.apache.kafka.clients.producer.RecordMetadata;

import treasurehunt.schemas.action.Kind;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Players who ask on, each at his time, whether they are answered or not. */
final class OpenLoop implements AutoCloseable {
    private static final int PLAYERS = 20;
    private static final int PER_SECOND = 200;

    /** So many may be on their way to the broker. */
    private static final int MOST_AWAITED = 10_000;

    private final ActionSender sender;
    private final Script script;
    private final long periodNanos;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<Integer> asked = CompletableFuture.completedFuture(0);
    private volatile boolean stopped;

    /** Some players who try the clue {@code gate} again and again, when they have joined. */
    OpenLoop(HuntSystem system, String hunt) {
        this(
                system,
                hunt,
                PER_SECOND,
                (sender, number) ->
                        sender.sendSoon(
                                "walker-" + number % PLAYERS,
                                new Kind.Answer("gate", "wrong " + number)));
    }

    OpenLoop(HuntSystem system, String hunt, int perSecond, Script script) {
        sender = new ActionSender(system, hunt);
        this.script = script;
        periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Who asks for what. */
    @FunctionalInterface
    interface Script {
        /**
         * Sends the next action.
         *
         * @param number of actions sent before
         */
        Future<RecordMetadata> send(ActionSender sender, int number);
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
        Deque<Future<RecordMetadata>> places = new ArrayDeque<>();
        long next = System.nanoTime();
        while (!stopped) {
            places.add(script.send(sender, sender.sent()));
            if (places.size() > MOST_AWAITED) {
                places.remove().get();
            }
            next += periodNanos;
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
