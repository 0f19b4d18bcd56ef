package treasurehunt.engine;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableSupplier;

import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.engine.fence.FencedHunts;
import treasurehunt.engine.fence.LateVersionException;
import treasurehunt.engine.fence.Mark;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine's keyed operator on RocksDB, without a cluster. */
final class EngineHarness implements AutoCloseable {
    static final int PARTITIONS = 4;
    static final String HUNT =
            """
            {"hunt":"harbour","version":1,"title":"Harbour",
             "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
             "clues":[
               {"id":"gate","title":"Gate","text":"What opens?","points":10,"proof":{"answer":{"accept":["key"]}}},
               {"id":"mast","title":"Mast","points":20,"requires":{"all":["gate"]},
                "proof":{"code":{"accept":["QR-1"]}}},
               {"id":"tide","title":"Tide","deadline":"1h","proof":{"review":{}}}],
             "complete-when":{"all":["gate","mast"]}}
            """;

    private static final HuntVersions HARBOUR = HuntVersions.NONE.with(new PlayableHunt(hunt()));

    static final Catalogue HUNTS = id -> id.equals("harbour") ? HARBOUR : HuntVersions.NONE;

    private static final EngineOptions OPTIONS =
            new EngineOptions(
                    "nowhere:9092",
                    "hunt-engine",
                    "nowhere",
                    PARTITIONS,
                    false,
                    "hunts",
                    "actions",
                    "results",
                    "progress",
                    "dead-letters");
    private static final long NOON = 1_780_000_000_000L;

    private final KeyedOneInputStreamOperatorTestHarness<String, StampedRecord, OutputRecord>
            harness;
    private int read;

    private EngineHarness(int parallelism, int subtask, FencedHunts.Supplier hunts)
            throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new HuntOperator(OPTIONS, hunts, Seals::asRecorded),
                        PlayerKey::of,
                        Types.STRING,
                        HuntEngineJob.MAX_PARALLELISM,
                        parallelism,
                        subtask);
        harness.setStateBackend(
                new EmbeddedRocksDBStateBackend(true)
                        .configure(new Configuration(), getClass().getClassLoader()));
    }

    static EngineHarness open() throws Exception {
        return open(all(HUNTS));
    }

    static EngineHarness open(FencedHunts.Supplier hunts) throws Exception {
        EngineHarness engine = new EngineHarness(1, 0, hunts);
        engine.harness.open();
        return engine;
    }

    /** One subtask of a job that was restored at another parallelism. */
    static EngineHarness restored(OperatorSubtaskState snapshot, int from, int to, int subtask)
            throws Exception {
        EngineHarness engine = new EngineHarness(to, subtask, all(HUNTS));
        engine.harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        snapshot, HuntEngineJob.MAX_PARALLELISM, from, to, subtask));
        engine.harness.open();
        return engine;
    }

    /** Hunts that may be decided by at any time. */
    static FencedHunts.Supplier all(Catalogue hunts) {
        return all(hunts, Optional::empty);
    }

    /** The same, with a version that comes too late when there is one. */
    static FencedHunts.Supplier all(
            Catalogue hunts, SerializableSupplier<Optional<LateVersionException>> late) {
        return (marks, metrics, onFailure) ->
                new FencedHunts() {
                    @Override
                    public Catalogue covering(long at) {
                        return hunts;
                    }

                    @Override
                    public Mark mark() {
                        return new Mark(1, Long.MAX_VALUE);
                    }

                    @Override
                    public Optional<LateVersionException> late() {
                        return late.get();
                    }

                    @Override
                    public void close() {}
                };
    }

    private static Hunt hunt() {
        try {
            return HuntCodec.decode(HUNT.getBytes(StandardCharsets.UTF_8));
        } catch (RefusedHuntException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The subtask that a player belongs to. */
    static int ownerOf(String player, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                player, HuntEngineJob.MAX_PARALLELISM, parallelism);
    }

    /** Processes an action in its player's partition and returns what came out. */
    List<String> action(long offset, String player, String rest) throws Exception {
        byte[] key = player.getBytes(StandardCharsets.UTF_8);
        return record(partitionOf(key), offset, key, json(offset, player, rest));
    }

    /** The same at a time of its own, ms UTC. */
    List<String> record(String player, String rest, long at) throws Exception {
        byte[] key = player.getBytes(StandardCharsets.UTF_8);
        return record(partitionOf(key), 0, at, key, json(0, player, rest), true);
    }

    private static int partitionOf(byte[] key) {
        return Partitioning.partitionOf(key, PARTITIONS);
    }

    private static byte[] json(long number, String player, String rest) {
        String json =
                "{\"action_id\":\"a"
                        + number
                        + "\",\"player\":\""
                        + player
                        + "\",\"hunt\":\"harbour\","
                        + rest
                        + "}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Ms UTC of the record with this offset. */
    static long at(long offset) {
        return NOON + offset * 1000;
    }

    List<String> record(int partition, long offset, byte[] key, byte[] value) throws Exception {
        return record(partition, offset, key, value, true);
    }

    List<String> record(int partition, long offset, byte[] key, byte[] value, boolean sealed)
            throws Exception {
        return record(partition, offset, at(offset), key, value, sealed);
    }

    private List<String> record(
            int partition, long offset, long at, byte[] key, byte[] value, boolean sealed)
            throws Exception {
        byte[] seal = sealed ? new byte[0] : null;
        RawRecord record = new RawRecord(partition, offset, at, false, seal, key, value);
        harness.processElement(new StreamRecord<>(new StampedRecord(record, at)));
        return fresh();
    }

    /** Lets time pass in every partition: no action is at or before it any more; ms UTC. */
    List<String> pass(long at) throws Exception {
        harness.processWatermark(at);
        return fresh();
    }

    /**
     * The operator goes on with what it has put off; what came out, and whether more is put off.
     */
    List<String> nextTurn() throws Exception {
        harness.getTaskMailbox().tryTake(0).orElseThrow().run();
        return fresh();
    }

    boolean hasMoreToDo() {
        return harness.getTaskMailbox().hasMail();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    private List<String> fresh() {
        List<String> outputs = new ArrayList<>();
        List<StreamRecord<? extends OutputRecord>> all = harness.extractOutputStreamRecords();
        for (; read < all.size(); read++) {
            OutputRecord output = all.get(read).getValue();
            byte[] value = output.value() == null ? output.key() : output.value();
            outputs.add(output.topic() + " " + new String(value, StandardCharsets.UTF_8));
        }
        return outputs;
    }

    /** Lets a snapshot be of a checkpoint that is complete. */
    void complete(long checkpoint) throws Exception {
        harness.notifyOfCompletedCheckpoint(checkpoint);
    }

    /** What leaves before a barrier does. */
    List<String> beforeBarrier() throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        return fresh();
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    /** In a form that does not depend on the state backend, and in one piece. */
    OperatorSubtaskState savepoint() throws Exception {
        return harness.snapshotWithLocalState(
                        1, 1, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                .getJobManagerOwnedState();
    }

    /** Players with a head, and players with something kept per hunt. */
    long keptPlayers() {
        return keys(PlayerStore.HEAD) + keptHunts();
    }

    /** Players with something kept per hunt. */
    long keptHunts() {
        return keys(PlayerStore.HUNTS);
    }

    private long keys(String state) {
        try (Stream<?> keys =
                harness.getOperator()
                        .getKeyedStateBackend()
                        .getKeys(state, VoidNamespace.INSTANCE)) {
            return keys.count();
        }
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("the harness does not close", e);
        }
    }
}
