package treasurehunt.engine;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The one owner of each player: loads him, has the rules decide, keeps what changed, emits the
 * answers.
 */
final class HuntOperator extends AbstractStreamOperator<OutputRecord>
        implements OneInputStreamOperator<StampedRecord, OutputRecord> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HuntOperator.class);

    private final EngineOptions options;
    private final HuntSupplier supplier;
    private final SerializableSupplier<Seals> seals;

    private transient Intake intake;
    private transient HuntMetrics huntMetrics;
    private transient HuntSupplier.OpenCatalogue hunts;
    private transient PlayerStore players;

    HuntOperator(EngineOptions options, HuntSupplier supplier, SerializableSupplier<Seals> seals) {
        this.options = options;
        this.supplier = supplier;
        this.seals = seals;
    }

    @Override
    public void open() throws Exception {
        super.open();
        intake = new Intake(OptionalInt.of(options.partitions()), seals.get());
        huntMetrics = new HuntMetrics(getMetricGroup());
        players = new PlayerStore(getRuntimeContext());
        hunts = supplier.open(huntMetrics, getContainingTask().getEnvironment()::failExternally);
    }

    @Override
    public void processElement(StreamRecord<StampedRecord> element) throws Exception {
        StampedRecord stamped = element.getValue();
        try {
            answer(intake.admit(stamped.record(), stamped.at()));
        } catch (RejectedException e) {
            deadLetter(DeadLetter.of(options.actionsTopic(), stamped.record(), e));
        }
    }

    private void answer(LoggedAction action) throws Exception {
        Player player = players.load(head -> HuntDecider.needs(head, action));
        Decision decision = decide(player, action);
        players.keep(player, decision.player());
        decision.results().forEach(this::result);
        decision.defects().forEach(this::defect);
    }

    /** A defect of the rules answers this one action and stops no one else; nothing of it stays. */
    private Decision decide(Player player, LoggedAction action) throws RejectedException {
        try {
            return HuntDecider.decide(hunts, player, action);
        } catch (RuntimeException e) {
            LOG.error("The rules failed at {}:{}", options.actionsTopic(), action.id(), e);
            throw RejectedException.defect(action);
        }
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

    private void emit(String topic, byte[] key, byte[] value) {
        output.collect(new StreamRecord<>(new OutputRecord(topic, key, value)));
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
