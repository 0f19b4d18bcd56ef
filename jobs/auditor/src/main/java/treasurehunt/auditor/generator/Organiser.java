package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Those who answer the players: the treasury, and operators who review and correct. */
final class Organiser {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long MOST_POINTS = 1_000_000_000;
    private static final List<Long> RANKS = List.of(1L, 2L, 3L, 5L, 999_999_999_999_999_999L);

    private final Stage stage;
    private final Topic topic;
    private final Sender sender;
    private final Treasury treasury = new Treasury();

    Organiser(Stage stage, Topic topic, Sender sender) {
        this.stage = stage;
        this.topic = topic;
        this.sender = sender;
    }

    /** The time by which a player is judged, ms UTC. */
    long timeOf(Session session) {
        return stage.now() + topic.ahead(session.player().name());
    }

    /** A player solves a clue: the treasury answers his claims within a second. */
    void solved(Session session, int clue) {
        Part part = session.part().orElseThrow();
        Hunt hunt = part.version().hunt();
        for (String treasure : part.solve(clue, timeOf(session))) {
            treasury.verdict(hunt, treasure).ifPresent(verdict -> soon(session, verdict));
        }
    }

    private void soon(Session session, Kind.Verdict verdict) {
        stage.in(stage.chance().between(20, SECOND), () -> say(session, verdict));
        if (verdict.outcome() == Outcome.WAITING && stage.does(Habit.GIVES_OUT_WHAT_CAME_BACK)) {
            Kind.Verdict granted = Treasury.granted(verdict.treasure(), 1);
            stage.in(stage.chance().between(SECOND, 3 * MINUTE), () -> say(session, granted));
        }
        if (stage.does(Habit.SAYS_OTHERWISE_LATER)) {
            Kind.Verdict other = any(verdict.treasure());
            stage.in(stage.chance().between(SECOND, 3 * MINUTE), () -> say(session, other));
        }
    }

    private Kind.Verdict any(String treasure) {
        Chance chance = stage.chance();
        Outcome outcome = chance.pick(List.of(Outcome.values()));
        OptionalLong rank =
                chance.maybeNumber(outcome == Outcome.GRANTED ? 1 : 0, () -> chance.pick(RANKS));
        return new Kind.Verdict(treasure, outcome, rank);
    }

    private void say(Session session, Kind.Verdict verdict) {
        if (sender.isSealing()) {
            sender.say(session, verdict);
            session.part().ifPresent(part -> part.hear(verdict, timeOf(session)));
        }
    }

    /** A verdict on what was hardly claimed. */
    void sayWhatNobodyAsked(Session session) {
        Chance chance = stage.chance();
        List<String> treasures = new ArrayList<>(Strange.NAMES.subList(0, 2));
        Hunt hunt = session.playbook(timeOf(session)).hunt();
        treasures.addAll(hunt.treasures().keySet());
        hunt.clues().values().forEach(clue -> treasures.add(clue.firstFindersTreasure()));
        say(session, any(chance.pick(treasures)));
    }

    /** A player has submitted for a clue: somebody looks at it, mostly. */
    void submitted(Session session, int clue) {
        session.part().orElseThrow().submit(clue);
        Chance chance = stage.chance();
        boolean soon = stage.mix() == Mix.SO_THAT_ALL_HAPPENS;
        long wait =
                soon ? chance.duration(SECOND, 5 * MINUTE) : chance.between(MINUTE, 40 * MINUTE);
        boolean accepted = stage.does(Habit.ACCEPTS);
        if (stage.does(Habit.REVIEWS)) {
            stage.in(wait, () -> review(session, clue, accepted));
        }
    }

    /** An operator reviews what may be under review. */
    void review(Session session, int clue, boolean accepted) {
        if (!sender.isSealing()) {
            return;
        }
        sender.correct(session, new Kind.Review(session.game().clue(clue), accepted, "seen"));
        Optional<Part> part = session.part();
        boolean waits = part.isPresent() && part.get().state(clue) == Part.State.UNDER_REVIEW;
        if (waits && accepted) {
            solved(session, clue);
        } else if (waits) {
            part.get().reject(clue, timeOf(session));
        }
    }

    void markSolved(Session session, int clue) {
        sender.correct(session, new Kind.MarkSolved(session.game().clue(clue), "he was right"));
        boolean open =
                session.part().isPresent()
                        && session.part().get().state(clue) != Part.State.SOLVED
                        && session.part().get().version().clue(clue).isPresent();
        if (open && sender.isSealing()) {
            solved(session, clue);
        }
    }

    void resetAttempts(Session session, int clue) {
        Kind reset = new Kind.ResetAttempts(session.game().clue(clue), "the sign had fallen down");
        sender.correct(session, reset);
        if (sender.isSealing()) {
            session.part().ifPresent(part -> part.resetAttempts(clue));
        }
    }

    /** Something that an operator corrects in the hunt of a player. */
    void correct(Session session) {
        if (!sender.isSealing()) {
            return;
        }
        Chance chance = stage.chance();
        Optional<Part> part = session.part();
        int dice = chance.below(100);
        if (stage.does(Habit.EXCLUDES)) {
            disqualify(session);
        } else if (stage.does(Habit.READMITS)) {
            reinstate(session);
        } else if (stage.does(Habit.FORGETS)) {
            sender.correct(session, new Kind.Forget("he asked for it"));
            session.player().forget();
        } else if (dice < 25 && part.isPresent() && !part.get().lost().isEmpty()) {
            resetAttempts(session, chance.pick(part.get().lost()));
        } else if (dice < 45 && part.isPresent() && !part.get().open().isEmpty()) {
            markSolved(session, chance.pick(part.get().open()));
        } else {
            long points = adjustment();
            sender.correct(session, new Kind.Adjust(points, "for helping another team"));
            part.ifPresent(it -> it.adjust(points, timeOf(session)));
        }
    }

    private long adjustment() {
        Chance chance = stage.chance();
        boolean huge = stage.mix() == Mix.SO_THAT_ALL_HAPPENS && chance.likely(0.01);
        return huge ? chance.pick(List.of(MOST_POINTS, -MOST_POINTS)) : 5 * chance.between(-4, 6);
    }

    private void disqualify(Session session) {
        sender.correct(session, new Kind.Disqualify("more than one telephone"));
        session.part().ifPresent(part -> part.exclude(true));
        if (stage.does(Habit.SOLVES_FOR_WHO_IS_EXCLUDED)) {
            int clue = stage.chance().below(session.game().size());
            stage.in(SECOND, () -> markSolved(session, clue));
        }
        if (stage.chance().likely(0.5)) {
            stage.in(5 * MINUTE, () -> reinstate(session));
        }
    }

    private void reinstate(Session session) {
        sender.correct(session, new Kind.Reinstate("he had reasons"));
        session.player().reinstate(session.game());
    }
}
