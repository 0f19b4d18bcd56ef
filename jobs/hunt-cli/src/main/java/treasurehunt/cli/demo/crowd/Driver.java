package treasurehunt.cli.demo.crowd;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets a crowd play: one thread asks who is next, sends, and hands back what was answered. */
public final class Driver implements AutoCloseable {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

    private final Crowd crowd;
    private final Operators operators;
    private final Keys keys;
    private final Optional<Grid> grid;
    private final Producer<byte[], byte[]> producer;
    private final Watcher watcher;
    private final Consumer<RuntimeException> onFailure;
    private final BlockingQueue<List<Sight>> sights = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::play, "players");
    private final CountDownLatch allSent = new CountDownLatch(1);
    private volatile boolean stopped;
    private long start;
    private long slots;

    /**
     * A driver, not started yet.
     *
     * @param keys under which operators' actions are sealed
     * @param grid without it the players' own pace
     * @param producer the driver's own from now on
     * @param onFailure told, on any thread, why it cannot go on
     */
    public Driver(
            Crowd crowd,
            Operators operators,
            Keys keys,
            Optional<Grid> grid,
            Producer<byte[], byte[]> producer,
            Watcher watcher,
            Consumer<RuntimeException> onFailure) {
        this.crowd = crowd;
        this.operators = operators;
        this.keys = keys;
        this.grid = grid;
        this.producer = producer;
        this.watcher = watcher;
        this.onFailure = onFailure;
        thread.setDaemon(true);
    }

    /**
     * Begins to play.
     *
     * @param at when the grid begins
     */
    public void start(long at) {
        start = at;
        thread.start();
    }

    /** Takes answers in from any thread; they reach the players on the driver's own. */
    public void saw(List<Sight> answers) {
        sights.add(answers);
    }

    /** Sends nothing more; returns when the broker has all that was sent. Answers still count. */
    public void stopSending() throws InterruptedException {
        stopped = true;
        allSent.await();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    private void play() {
        try {
            while (!stopped) {
                takeIn(sights.poll(untilNext(), TimeUnit.NANOSECONDS));
                sendDue();
            }
            producer.flush();
            allSent.countDown();
            while (true) {
                takeIn(sights.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            onFailure.accept(e);
        } finally {
            allSent.countDown();
        }
    }

    private long untilNext() {
        return grid.map(g -> start + g.at(slots) - System.nanoTime()).orElse(TICK);
    }

    private void takeIn(List<Sight> answers) {
        if (answers == null) {
            return;
        }
        long now = System.nanoTime();
        for (Sight sight : answers) {
            boolean ofCrowd = crowd.has(sight.player());
            OptionalLong planned = crowd.saw(sight, now);
            if (ofCrowd) {
                // Who plays at a desk beside it is corrected by who sits there.
                sight.result().ifPresent(result -> operators.saw(result, now));
            }
            watcher.saw(sight, planned);
        }
    }

    private void sendDue() {
        for (Optional<Sending> due = due(); due.isPresent(); due = due()) {
            send(due.get());
        }
        long now = System.nanoTime();
        operators.due(now).ifPresent(this::send);
    }

    private Optional<Sending> due() {
        long now = System.nanoTime();
        if (grid.isEmpty()) {
            return crowd.byWhoeverIsReady(now);
        }
        long slot = start + grid.get().at(slots);
        if (slot > now) {
            return Optional.empty();
        }
        slots++;
        return Optional.of(crowd.byAnybody(slot));
    }

    private void send(Sending sending) {
        byte[] key = sending.action().player().getBytes(StandardCharsets.US_ASCII);
        byte[] value = ActionCodec.encode(sending.action());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TopicSettings.ACTIONS, key, value);
        if (sending.action().operator().isPresent()) {
            record.headers().add(ActionSeal.HEADER, ActionSeal.of(keys, key, value));
        }
        var unused =
                producer.send(
                        record,
                        (where, error) -> {
                            if (error != null) {
                                onFailure.accept(
                                        new IllegalStateException(
                                                "An action could not be written: " + error, error));
                            }
                        });
        watcher.sent(sending.planned(), crowd.players());
    }
}
