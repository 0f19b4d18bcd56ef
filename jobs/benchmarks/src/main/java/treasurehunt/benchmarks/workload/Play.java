package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What players do next, and how well they do it. */
final class Play {
    private static final double JOINS_BEFORE_ANYTHING_ELSE = 0.98;
    private static final double BLUNDERS = 0.05;
    private static final double GIVES_UP = 0.0005;
    private static final double TAKES_A_HINT = 0.06;
    private static final double STAYS_WITH_THE_CLUE = 0.85;
    private static final double TAKES_THE_FIRST_CLUE = 0.6;
    private static final double MINDS_A_WAIT = 0.8;

    private static final double RIGHT_TEXT = 0.40;
    private static final double RIGHT_CODE = 0.75;
    private static final double WRONG_TEXT_AGAIN = 0.08;
    private static final double NEAR_IF_NOT_RIGHT = 0.15;
    private static final double ARRIVES_TOO_SOON = 0.06;
    private static final double SHAKY = 0.12;
    private static final double SAYS_TO_BE_ELSEWHERE = 0.003;

    private final Chance chance;
    private final Organiser organiser;
    private final Blunders blunders;

    Play(Chance chance, Organiser organiser) {
        this.chance = chance;
        this.organiser = organiser;
        blunders = new Blunders(chance);
    }

    /** The player's next step; {@code now} is ms UTC. */
    Kind next(Session session, long now) {
        Optional<Part> joined = session.part();
        if (joined.isEmpty()) {
            return first(session, now);
        }
        Part part = joined.get();
        part.pass(now);
        if (part.isIdle() || chance.likely(BLUNDERS)) {
            return blunders.blunder(session, part);
        } else if (chance.likely(GIVES_UP)) {
            part.leave();
            return new Kind.Abandon();
        }
        turnToAClue(session, part, now);
        return chance.likely(TAKES_A_HINT) ? hint(session, part) : attempt(session, part, now);
    }

    /** One of many guesses in a row, made without thinking. */
    Kind hammer(Session session) {
        return blunders.guess(session, Math.max(0, session.clue()));
    }

    private Kind first(Session session, long now) {
        if (chance.likely(JOINS_BEFORE_ANYTHING_ELSE)) {
            session.player().join(session.playbook(), now);
            return new Kind.Join();
        }
        return blunders.guess(session, 0);
    }

    private void turnToAClue(Session session, Part part, long now) {
        List<Integer> open = part.open();
        boolean stays = open.contains(session.clue()) && chance.likely(STAYS_WITH_THE_CLUE);
        if (!stays) {
            session.turnTo(chance.likely(TAKES_THE_FIRST_CLUE) ? open.get(0) : chance.pick(open));
        }
        if (part.isWaiting(session.clue(), now) && chance.likely(MINDS_A_WAIT)) {
            List<Integer> others = new ArrayList<>(open);
            others.removeIf(clue -> part.isWaiting(clue, now));
            if (!others.isEmpty()) {
                session.turnTo(chance.pick(others));
            }
        }
    }

    private Kind hint(Session session, Part part) {
        Clue clue = session.playbook().clue(session.clue());
        List<Hint> hints = List.copyOf(clue.hints().values());
        int taken = part.hintsTaken(session.clue());
        if (taken >= hints.size()) {
            return blunders.anyHint(session, session.clue());
        }
        part.takeHint(session.clue(), hints.get(taken).cost());
        return new Kind.Hint(clue.id(), hints.get(taken).id());
    }

    private Kind attempt(Session session, Part part, long now) {
        Clue clue = session.playbook().clue(session.clue());
        if (clue.proof() instanceof Proof.Place place) {
            return walk(session, part, place, now);
        } else if (clue.proof() instanceof Proof.Review) {
            organiser.submitted(session, now);
            return new Kind.SubmitForReview(
                    clue.id(), "https://photos.example/" + chance.id() + ".jpg");
        }
        Guesses guesses = session.playbook().guesses(session.clue());
        boolean code = clue.proof() instanceof Proof.Code;
        if (chance.likely(code ? RIGHT_CODE : RIGHT_TEXT) && !guesses.right().isEmpty()) {
            organiser.solved(session, session.clue(), now);
            return Blunders.given(clue, chance.pick(guesses.right()));
        }
        return Blunders.given(clue, wrong(session, part, guesses, now));
    }

    private String wrong(Session session, Part part, Guesses guesses, long now) {
        if (session.lastWrong().isPresent() && chance.likely(WRONG_TEXT_AGAIN)) {
            return session.lastWrong().get();
        }
        part.fail(session.clue(), now);
        boolean near = !guesses.near().isEmpty() && chance.likely(NEAR_IF_NOT_RIGHT);
        String text = chance.pick(near ? guesses.near() : guesses.wrong());
        session.gave(text);
        return text;
    }

    private Kind walk(Session session, Part part, Proof.Place place, long now) {
        Whereabouts where = session.player().whereabouts(session.playbook(), now, chance);
        String clue = session.playbook().clue(session.clue()).id();
        if (chance.likely(SAYS_TO_BE_ELSEWHERE)) {
            return new Kind.Position(where.elsewhere(chance));
        }
        boolean there = where.walk(place, now, chance);
        if (there && chance.likely(SHAKY)) {
            double worst = place.accuracy().orElse(50) * 4;
            return new Kind.Arrive(clue, where.fix(chance.between(worst / 4, worst), chance));
        } else if (there) {
            organiser.solved(session, session.clue(), now);
            return new Kind.Arrive(clue, where.fix(chance.between(3.0, 15.0), chance));
        } else if (chance.likely(ARRIVES_TOO_SOON)) {
            part.fail(session.clue(), now);
            return new Kind.Arrive(clue, where.fix(chance.between(3.0, 20.0), chance));
        }
        return new Kind.Position(where.fix(chance.between(3.0, 40.0), chance));
    }
}
