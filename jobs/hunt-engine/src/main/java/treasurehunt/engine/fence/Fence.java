package treasurehunt.engine.fence;

import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.hunts.HuntRecord;
import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.connector.kafka.topic.LogTime;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Keeps a task from deciding by hunts that are not all there (rule book, section 2): at t only when
 * {@code hunts} was read up to an end that was asked for after the log had reached t − 2.5 s. Asks
 * a few times a second, on a thread of its own, so hardly anybody waits; one answer covers all of a
 * backlog.
 */
public final class Fence implements FencedHunts {
    private static final Logger LOG = LoggerFactory.getLogger(Fence.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    private final HuntLog log;
    private final FenceMetrics metrics;
    private final Consumer<Throwable> onFailure;
    private final List<Mark> marks = new ArrayList<>();
    private final PublishedHunts published = new PublishedHunts();
    private final Map<PublishedHunts.Id, PlayableHunt> playable = new HashMap<>();
    private final Map<String, HuntVersions> hunts = new HashMap<>();
    private final Thread thread = new Thread(this::askOn, "fence");

    private volatile Coverage coverage = new Coverage(Map.of(), Mark.NONE);
    private volatile Optional<LateVersionException> late = Optional.empty();
    private volatile boolean closed;

    /** Ms UTC of the latest decision that has ever waited: the log has reached that. */
    private final AtomicLong reached = new AtomicLong(Long.MIN_VALUE);

    /** Has a permit when somebody waits. */
    private final Semaphore hurry = new Semaphore(0);

    private Fence(
            HuntLog log, List<Mark> marks, FenceMetrics metrics, Consumer<Throwable> onFailure) {
        this.log = log;
        this.metrics = metrics;
        this.onFailure = onFailure;
        this.marks.addAll(marks);
        thread.setDaemon(true);
    }

    /** Opens one, as {@link FencedHunts.Supplier#open}; closes the log with itself. */
    public static Fence open(
            HuntLog log, List<Mark> marks, FenceMetrics metrics, Consumer<Throwable> onFailure)
            throws Exception {
        Fence fence = new Fence(log, marks, metrics, onFailure);
        try {
            fence.ask();
            if (fence.late.isPresent()) {
                throw fence.late.get();
            }
        } catch (Exception e) {
            log.close();
            throw e;
        }
        LOG.info("{} hunts are in the catalogue", fence.hunts.size());
        fence.thread.start();
        return fence;
    }

    @Override
    public Coverage covering(long at) throws InterruptedException {
        Coverage now = coverage;
        return now.covers(at) ? now : await(at);
    }

    private synchronized Coverage await(long at) throws InterruptedException {
        metrics.waited();
        reached.accumulateAndGet(at, Math::max);
        hurry.release();
        while (!coverage.covers(at)) {
            wait();
        }
        return coverage;
    }

    @Override
    public Mark mark() {
        return coverage.mark();
    }

    @Override
    public Optional<LateVersionException> late() {
        return late;
    }

    private void askOn() {
        try {
            while (!closed) {
                try {
                    awaitNextAsk();
                    ask();
                } catch (RetriableException e) {
                    unanswered(e);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RetriableException)) {
                        throw e;
                    }
                    unanswered(e.getCause());
                }
            }
        } catch (InterruptedException | InterruptException e) {
            // This is how close() ends it.
        } catch (Throwable e) {
            if (!closed) {
                onFailure.accept(e);
            }
        } finally {
            // Who was interrupted while it asked could not close it.
            boolean interrupted = Thread.interrupted();
            log.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void unanswered(Throwable e) {
        LOG.warn("The brokers do not say what is published; asking again. {}", e.toString());
    }

    private void awaitNextAsk() throws InterruptedException {
        if (hurry.tryAcquire(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            hurry.drainPermits();
        }
    }

    /** Reads on to the end of what is published. */
    private void ask() throws Exception {
        // First how far the log has come, then the end: in this order it proves something.
        long newest = Math.max(reached.get(), log.newestAction().orElse(Long.MIN_VALUE));
        long end = late.isEmpty() ? readOn() : coverage.mark().end();
        metrics.asked();
        long before = coverage.mark().until();
        long until = newest == Long.MIN_VALUE ? before : Math.max(before, newest + lead());
        Mark mark = new Mark(end, until);
        marks.clear();
        marks.add(mark);
        synchronized (this) {
            coverage = coverage.mark().equals(mark) ? coverage : new Coverage(hunts, mark);
            notifyAll();
        }
    }

    /**
     * Takes what was published since.
     *
     * @return the end of what is known now: not what stands with or behind a version that came too
     *     late
     */
    private long readOn() throws Exception {
        HuntTopicReader.Part read = log.readTo(log.end());
        try {
            take(read.records());
            return read.end();
        } catch (LateVersionException e) {
            LOG.error("The engine stops when a checkpoint says so, too. {}", e.getMessage());
            late = Optional.of(e);
            return coverage.mark().end();
        }
    }

    private static long lead() {
        return LogTime.CLOCKS_AGREE_WITHIN.toMillis();
    }

    private void take(List<HuntRecord> records) throws LateVersionException {
        List<PublishedHunts.Version> changed = new ArrayList<>();
        for (HuntRecord record : records) {
            if (record.publication().isEmpty()) {
                refused(record.offset(), record.refusal());
            } else {
                published.add(record).ifPresentOrElse(changed::add, () -> repeated(record));
            }
        }
        for (PublishedHunts.Version version : changed) {
            // As it stands by now: its void may have come in the same breath.
            check(published.find(version.id()).orElseThrow());
        }
        for (PublishedHunts.Version version : changed) {
            catalogue(version.id().hunt());
        }
    }

    private void repeated(HuntRecord record) {
        refused(record.offset(), "there is a record of this hunt and version already");
    }

    private void refused(long offset, String why) {
        metrics.refused();
        LOG.error("The record at offset {} of the hunts topic counts for nobody: {}", offset, why);
    }

    private void check(PublishedHunts.Version version) throws LateVersionException {
        for (Mark mark : marks) {
            boolean decidedSince = version.effectiveAt() <= mark.until();
            boolean knew = mark.knew(version.offset());
            if (decidedSince && !knew && !version.isVoid()) {
                throw new LateVersionException(version.id());
            }
            if (decidedSince && knew && version.isVoid() && !mark.knew(voidOffset(version))) {
                throw new JudgedVersionVoidedException(version.id());
            }
        }
    }

    private static long voidOffset(PublishedHunts.Version version) {
        return version.voidOffset().orElseThrow();
    }

    /** The versions of a hunt that count, made ready to judge by. */
    private void catalogue(String hunt) {
        HuntVersions versions = HuntVersions.NONE;
        for (PublishedHunts.Version version : published.counting(hunt)) {
            versions =
                    versions.with(
                            playable.computeIfAbsent(
                                    version.id(), id -> new PlayableHunt(version.hunt())),
                            version.effectiveAt());
        }
        hunts.put(hunt, versions);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            // Whoever interrupts wants to leave at once; the thread ends by itself.
            Thread.currentThread().interrupt();
        }
    }
}
