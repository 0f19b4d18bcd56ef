package treasurehunt.engine.fence;

import org.apache.kafka.common.errors.TimeoutException;

import treasurehunt.connector.kafka.hunts.HuntRecord;
import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** The two topics in memory; counts what it is asked, and what the fence says. */
final class FakeHuntLog implements FenceMetrics {
    private static final String HUNT =
            """
            {"hunt":"%s","version":%d,"title":"T",
             "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
             "clues":[{"id":"gate","title":"Gate","proof":{"review":{}}}]}
            """;

    private final List<HuntRecord> records = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private OptionalLong newest = OptionalLong.empty();
    private boolean failing;
    private boolean silent;
    private int asked;
    private int waits;
    private int refused;

    /** A reader of it, from the first record on. */
    HuntLog again() {
        return new HuntLog() {
            private int read;

            @Override
            public OptionalLong newestAction() throws InterruptedException {
                return newest();
            }

            @Override
            public long end() {
                return size();
            }

            @Override
            public HuntTopicReader.Part readTo(long end) {
                List<HuntRecord> part = part(read, (int) end);
                read = (int) end;
                return new HuntTopicReader.Part(part, end);
            }

            @Override
            public void close() {}
        };
    }

    private OptionalLong newest() throws InterruptedException {
        if (isSilent()) {
            never.await();
        }
        return answered();
    }

    private synchronized boolean isSilent() {
        return silent;
    }

    private synchronized OptionalLong answered() {
        questions.add("newest");
        if (failing) {
            failing = false;
            throw new TimeoutException("planted");
        }
        return newest;
    }

    private synchronized long size() {
        questions.add("end");
        return records.size();
    }

    private synchronized List<HuntRecord> part(int from, int to) {
        questions.add("read");
        return List.copyOf(records.subList(from, to));
    }

    synchronized void reach(long at) {
        newest = OptionalLong.of(at);
    }

    synchronized void publish(String hunt, int version, long appendTime) {
        records.add(
                HuntRecord.of(
                        records.size(),
                        appendTime,
                        new Publication.Published(hunt(hunt, version))));
    }

    synchronized void makeVoid(String hunt, int version, long appendTime) {
        records.add(
                HuntRecord.of(records.size(), appendTime, new Publication.Voided(hunt, version)));
    }

    synchronized void refuse(long appendTime) {
        records.add(HuntRecord.refused(records.size(), appendTime, "planted"));
    }

    synchronized void failOnce() {
        failing = true;
    }

    synchronized void stopAnswering() {
        silent = true;
    }

    private static Hunt hunt(String id, int version) {
        try {
            return HuntCodec.decode(HUNT.formatted(id, version).getBytes(StandardCharsets.UTF_8));
        } catch (RefusedHuntException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public synchronized void asked() {
        asked++;
    }

    @Override
    public synchronized void waited() {
        waits++;
    }

    @Override
    public synchronized void refused() {
        refused++;
    }

    synchronized int asks() {
        return asked;
    }

    synchronized int waits() {
        return waits;
    }

    synchronized int refusals() {
        return refused;
    }
}
