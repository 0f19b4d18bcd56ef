package treasurehunt.cli.log;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The core over a log, without Kafka and Flink: the same records give the same results as the
 * engine's, byte for byte. Records come in any order that keeps each partition's own. Holds the
 * players' states and nothing else of the log.
 */
public final class Replay {
    private final Catalogue hunts;
    private final Intake intake;
    private final Map<Integer, Long> times = new HashMap<>();
    private final BiConsumer<String, RuntimeException> onDefect;
    private final Map<String, Player> players = new HashMap<>();

    /** When something falls due next for a player, ms UTC. */
    private record Due(long moment, String player) {
        static final Comparator<Due> ORDER =
                Comparator.comparingLong(Due::moment).thenComparing(Due::player);
    }

    /**
     * A replay of a log from its first record.
     *
     * @param onDefect told the id of what the rules fail at, and how; the answer says only that
     *     they do
     */
    public Replay(Catalogue hunts, Intake intake, BiConsumer<String, RuntimeException> onDefect) {
        this.hunts = hunts;
        this.intake = intake;
        this.onDefect = onDefect;
    }

    /** What the next record is answered by, in the order of the decisions; a tick by nothing. */
    public List<Answer> answer(RawRecord record) {
        long at = timeOf(record);
        times.put(record.partition(), at);
        if (record.tick()) {
            return List.of();
        }
        try {
            return judge(intake.admit(record, at));
        } catch (RejectedException e) {
            String id = record.partition() + ":" + record.offset();
            return List.of(new Answer.DeadLetter(id, e.reason()));
        }
    }

    /**
     * The announcements still out at the log's end, as the running engine makes them: due before
     * the least time that a partition has come to, by due time, player, hunt.
     */
    public void finish(Consumer<Answer> announcements) {
        long end = end().orElse(Long.MIN_VALUE);
        PriorityQueue<Due> due = new PriorityQueue<>(Due.ORDER);
        players.forEach((name, player) -> due.add(new Due(player.head().nextDue(), name)));
        while (!due.isEmpty() && due.peek().moment() < end) {
            String name = due.poll().player();
            announceNext(name).forEach(announcements);
            due.add(new Due(player(name).head().nextDue(), name));
        }
    }

    /** The time of a record that comes next, ms UTC. */
    long timeOf(RawRecord record) {
        return Math.max(times.getOrDefault(record.partition(), 0L), record.appendTime());
    }

    /** The least time that a partition has come to, ms UTC; of an empty log there is none. */
    OptionalLong end() {
        return times.values().stream().mapToLong(Long::longValue).min();
    }

    /** A player as the last answer left him. */
    Player player(String name) {
        return players.getOrDefault(name, Player.NEW);
    }

    private List<Answer> judge(LoggedAction action) throws RejectedException {
        Player whole = player(action.player());
        try {
            // As the engine does: a decision that looks at more than it says it needs shall fail
            // here, too.
            Player part = whole.only(HuntDecider.needs(whole.head(), action));
            return keep(action.player(), whole, part, HuntDecider.decide(hunts, part, action));
        } catch (RuntimeException e) {
            onDefect.accept(action.id(), e);
            throw RejectedException.defect(action);
        }
    }

    private List<Answer> announceNext(String name) {
        Player whole = player(name);
        long moment = whole.head().nextDue();
        Player part = whole.only(whole.head().dueBy(moment));
        return keep(name, whole, part, HuntDecider.announce(hunts, name, part, moment + 1));
    }

    @SuppressWarnings("ReferenceEquality") // a player who did not change is the very same
    private List<Answer> keep(String name, Player whole, Player part, Decision decision) {
        if (decision.player() != part) {
            players.put(name, whole.changed(part, decision.player()));
        }
        List<Answer> answers = new ArrayList<>();
        for (Result result : decision.results()) {
            answers.add(new Answer.Decided(result));
        }
        for (Defect defect : decision.defects()) {
            onDefect.accept(defect.id(), defect.failure());
            answers.add(new Answer.DeadLetter(defect.id(), Reason.DEFECT));
        }
        return answers;
    }
}
