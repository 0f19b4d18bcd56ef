package treasurehunt.engine;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.engine.fence.FencedHunts;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.progress.Snapshot;
import treasurehunt.schemas.progress.SnapshotCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * The one owner of each player: loads him, has the rules decide, keeps what changed, emits the
 * answers; and wakes for who does nothing when something falls due for him, by one timer a player.
 */
final class HuntOperator extends AbstractStreamOperator<OutputRecord>
        implements OneInputStreamOperator<StampedRecord, OutputRecord>,
                Triggerable<String, VoidNamespace> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HuntOperator.class);

    static final String TIMERS = "due";

    private final EngineOptions options;
    private final FencedHunts.Supplier supplier;
    private final SerializableSupplier<Seals> seals;

    private transient MailboxExecutor mailbox;
    private transient Intake intake;
    private transient HuntMetrics huntMetrics;
    private transient FencedHunts hunts;
    private transient PlayerStore players;
    private transient ChangedProgress progress;
    private transient DueTimers timers;
    private transient ListState<JudgedBy> judgedBy;
    private transient List<JudgedBy> restored;

    /** The first checkpoint that was made knowing of a version that came too late. */
    private transient long stopAfter;

    HuntOperator(
            EngineOptions options,
            FencedHunts.Supplier supplier,
            SerializableSupplier<Seals> seals) {
        this.options = options;
        this.supplier = supplier;
        this.seals = seals;
    }

    @Override
    public void setMailboxExecutor(MailboxExecutor mailboxExecutor) {
        super.setMailboxExecutor(mailboxExecutor);
        mailbox = mailboxExecutor;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        judgedBy = context.getOperatorStateStore().getUnionListState(JudgedBy.STATE);
        restored = JudgedBy.restored(context.isRestored(), judgedBy.get());
    }

    @Override
    public void open() throws Exception {
        super.open();
        stopAfter = Long.MAX_VALUE;
        intake = new Intake(OptionalInt.of(options.partitions()), seals.get());
        huntMetrics = new HuntMetrics(getMetricGroup());
        players = new PlayerStore(getRuntimeContext());
        progress = new ChangedProgress(this::snapshot);
        timers =
                new DueTimers(
                        getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this),
                        getTimeServiceManager().orElseThrow(),
                        mailbox,
                        output,
                        JudgedBy.passed(restored));
        hunts =
                supplier.open(
                        restored.stream().map(JudgedBy::mark).toList(),
                        huntMetrics,
                        getContainingTask().getEnvironment()::failExternally);
    }

    @Override
    public void processElement(StreamRecord<StampedRecord> element) throws Exception {
        StampedRecord stamped = element.getValue();
        if (stamped.at() <= timers.passed()) {
            throw new IllegalStateException(
                    "An action at %d, though time had passed %d in every partition: the source's watermark is wrong"
                            .formatted(stamped.at(), timers.passed()));
        }
        try {
            answer(intake.admit(stamped.record(), stamped.at()));
        } catch (RejectedException e) {
            deadLetter(DeadLetter.of(options.actionsTopic(), stamped.record(), e));
        }
    }

    private void answer(LoggedAction action) throws Exception {
        Catalogue catalogue = hunts.covering(action.at());
        Player player = players.load(head -> HuntDecider.needs(head, action));
        keep(action.player(), player, decide(catalogue, player, action));
    }

    /** A defect of the rules answers this one action and stops no one else; nothing of it stays. */
    private Decision decide(Catalogue catalogue, Player player, LoggedAction action)
            throws RejectedException {
        try {
            return HuntDecider.decide(catalogue, player, action);
        } catch (RuntimeException e) {
            LOG.error("The rules failed at {}:{}", options.actionsTopic(), action.id(), e);
            throw RejectedException.defect(action);
        }
    }

    /** Something falls due for a player, and no action of his came first. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        long moment = timer.getTimestamp();
        Catalogue catalogue = hunts.covering(moment);
        Player player = players.load(head -> head.dueBy(moment));
        Decision decision = HuntDecider.announce(catalogue, timer.getKey(), player, moment + 1);
        keep(timer.getKey(), player, decision);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("nothing is decided by the wall clock");
    }

    private void keep(String player, Player before, Decision decision) throws Exception {
        players.keep(before, decision.player());
        timers.wakeAt(decision.player().head().nextDue(), before.head().nextDue());
        decision.results().forEach(this::result);
        decision.defects().forEach(this::defect);
        // Behind the answers: nobody waits for snapshots.
        progress.decided(player, before, decision);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        timers.pass(mark);
    }

    private void result(Result result) {
        huntMetrics.result(result.code());
        emit(
                options.resultsTopic(),
                result.player().getBytes(StandardCharsets.US_ASCII),
                ResultCodec.encode(result));
    }

    private void defect(Defect defect) {
        LOG.error("The rules failed at the due moment {}", defect.id(), defect.failure());
        deadLetter(DeadLetter.ofDueMoment(defect.id(), defect.player()));
    }

    private void deadLetter(DeadLetter letter) {
        huntMetrics.deadLetter(letter.reason());
        emit(options.deadLettersTopic(), null, DeadLetterCodec.encode(letter));
    }

    /** An erasure leaves nothing: not even its own record, in the end. */
    private void snapshot(Snapshot snapshot) {
        emit(options.progressTopic(), snapshot.key(), SnapshotCodec.encode(snapshot));
        if (snapshot.standing().isEmpty()) {
            emit(options.progressTopic(), snapshot.key(), null);
        }
    }

    private void emit(String topic, byte[] key, byte[] value) {
        output.collect(new StreamRecord<>(new OutputRecord(topic, key, value)));
    }

    /** What changed since the last checkpoint is in the sink's transaction when this one is. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        progress.leave();
    }

    @Override
    public void finish() throws Exception {
        super.finish();
        progress.leave();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (hunts.late().isPresent()) {
            stopAfter = Math.min(stopAfter, context.getCheckpointId());
        }
        judgedBy.update(List.of(JudgedBy.now(hunts.mark(), timers.passed())));
    }

    /**
     * Stops for a version that came too late, once a checkpoint is complete by which every start
     * from now on finds it too late. Before that, one could find it in time, and take back what was
     * shown.
     */
    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        if (checkpointId >= stopAfter) {
            throw hunts.late().orElseThrow();
        }
    }

    @Override
    public void close() throws Exception {
        try {
            if (hunts != null) {
                hunts.close();
            }
        } finally {
            super.close();
        }
    }
}
