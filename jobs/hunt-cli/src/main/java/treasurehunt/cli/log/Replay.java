package treasurehunt.cli.log;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.result.ResultCodec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The core over a log, without Kafka and Flink: the same records give the same results as the
 * engine's, byte for byte. Records come in any order that keeps each partition's own. Holds the
 * players' states and nothing else of the log.
 */
public final class Replay {
    private final Catalogue hunts;
    private final Intake intake;
    private final Map<Integer, Long> times = new HashMap<>();
    private final BiConsumer<LoggedAction, RuntimeException> onDefect;
    private final Map<String, Player> players = new HashMap<>();

    /**
     * A replay of a log from its first record.
     *
     * @param onDefect told where the rules fail, and how; the answer says only that they do
     */
    public Replay(
            Catalogue hunts, Intake intake, BiConsumer<LoggedAction, RuntimeException> onDefect) {
        this.hunts = hunts;
        this.intake = intake;
        this.onDefect = onDefect;
    }

    /**
     * An answer to a record.
     *
     * @param line a result as it stands in {@code results}, or {@code {"id","dead_letter"}}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what is written
    public record Answer(byte[] line, boolean isDeadLetter) {}

    /** What the next record is answered by; a tick by nothing. */
    public List<Answer> answer(RawRecord record) {
        long at = times.merge(record.partition(), record.appendTime(), Math::max);
        if (record.tick()) {
            return List.of();
        }
        try {
            return judge(intake.admit(record, at));
        } catch (RejectedException e) {
            return List.of(deadLetter(record, e.reason()));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a player who did not change is the very same
    private List<Answer> judge(LoggedAction action) throws RejectedException {
        Player whole = players.getOrDefault(action.player(), Player.NEW);
        // As the engine does: a decision that looks at more than it says it needs shall fail here,
        // too.
        Player before = whole.only(HuntDecider.needs(action));
        Decision decision = decide(before, action);
        List<Answer> answers =
                decision.results().stream()
                        .map(result -> new Answer(ResultCodec.encode(result), false))
                        .toList();
        if (decision.player() != before) {
            players.put(action.player(), whole.changedTo(decision.player()));
        }
        return answers;
    }

    private Decision decide(Player player, LoggedAction action) throws RejectedException {
        try {
            return HuntDecider.decide(hunts, player, action);
        } catch (RuntimeException e) {
            onDefect.accept(action, e);
            throw RejectedException.defect(action);
        }
    }

    private static Answer deadLetter(RawRecord record, Reason reason) {
        byte[] line =
                JsonWriter.object(
                        json -> {
                            json.text("id", record.partition() + ":" + record.offset());
                            json.text("dead_letter", reason.name());
                        });
        return new Answer(line, true);
    }
}
