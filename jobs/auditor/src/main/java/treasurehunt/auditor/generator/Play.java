package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What players do next, and how well they do it. */
final class Play {
    private final Stage stage;
    private final Chance chance;
    private final Organiser organiser;
    private final Blunders blunders;
    private final Fixes fixes;

    Play(Stage stage, Organiser organiser, Blunders blunders) {
        this.stage = stage;
        this.organiser = organiser;
        this.blunders = blunders;
        chance = stage.chance();
        fixes = new Fixes(chance);
    }

    /** The player's next step; {@code now} is the time by which he is judged, ms UTC. */
    Kind next(Session session, long now) {
        Optional<Part> joined = session.part();
        Playbook playbook = session.playbook(now);
        if (joined.isEmpty()) {
            return first(session, playbook, now);
        }
        Part part = joined.get();
        part.pass(now);
        boolean inVain = !part.takesAToken(now) || part.isIdle(now);
        if (inVain || stage.does(Habit.BLUNDERS)) {
            return blunders.blunder(session, playbook);
        } else if (stage.does(Habit.GIVES_UP)) {
            part.leave();
            return new Kind.Abandon();
        }
        turnToAClue(session, part, now);
        return stage.does(Habit.TAKES_A_HINT)
                ? hint(session, part)
                : attempt(session, part, session.clue(), now);
    }

    /** One of many guesses in a row, made without thinking. */
    Kind hammer(Session session, long now) {
        return blunders.guess(session, session.playbook(now), Math.max(0, session.clue()));
    }

    private Kind first(Session session, Playbook playbook, long now) {
        if (stage.does(Habit.JOINS_BEFORE_ANYTHING_ELSE)) {
            session.player().join(session.game(), now);
            return new Kind.Join();
        }
        return blunders.guess(session, playbook, 0);
    }

    private void turnToAClue(Session session, Part part, long now) {
        List<Integer> open = part.open();
        boolean stays = open.contains(session.clue()) && stage.does(Habit.STAYS_WITH_THE_CLUE);
        if (!stays) {
            session.turnTo(
                    stage.does(Habit.TAKES_THE_FIRST_CLUE) ? open.get(0) : chance.pick(open));
        }
        if (part.isWaiting(session.clue(), now) && stage.does(Habit.MINDS_A_WAIT)) {
            List<Integer> others = new ArrayList<>(open);
            others.removeIf(clue -> part.isWaiting(clue, now));
            if (!others.isEmpty()) {
                session.turnTo(chance.pick(others));
            }
        }
    }

    private Kind hint(Session session, Part part) {
        Clue clue = part.version().clue(session.clue()).orElseThrow();
        List<Hint> hints = List.copyOf(clue.hints().values());
        int taken = part.hintsTaken(session.clue());
        if (taken >= hints.size()) {
            return blunders.anyHint(session, part.version(), session.clue());
        }
        part.takeHint(session.clue(), hints.get(taken).cost());
        return new Kind.Hint(clue.id(), hints.get(taken).id());
    }

    /** He tries a clue that is open. */
    Kind attempt(Session session, Part part, int number, long now) {
        Clue clue = part.version().clue(number).orElseThrow();
        if (clue.proof() instanceof Proof.Place place) {
            return stage.does(Habit.WALKS)
                    ? walk(session, part, number, place, now)
                    : jump(session, part, number, place, now);
        } else if (clue.proof() instanceof Proof.Review) {
            organiser.submitted(session, number);
            return new Kind.SubmitForReview(
                    clue.id(), "https://photos.example/" + chance.id() + ".jpg");
        }
        Guesses guesses = part.version().guesses(number);
        Habit right =
                clue.proof() instanceof Proof.Code
                        ? Habit.GIVES_A_RIGHT_CODE
                        : Habit.GIVES_A_RIGHT_TEXT;
        if (stage.does(right) && !guesses.right().isEmpty()) {
            solved(session, part, number, now);
            String text = chance.pick(guesses.right());
            return Blunders.given(
                    clue,
                    stage.does(Habit.SPELLS_IT_STRANGELY) ? Strange.spelling(text, chance) : text);
        }
        return Blunders.given(clue, wrong(session, part, number, now));
    }

    private void solved(Session session, Part part, int number, long now) {
        if (!part.isWaiting(number, now)) {
            organiser.solved(session, number);
        }
    }

    private void failed(Part part, int number, long now) {
        if (!part.isWaiting(number, now)) {
            part.fail(number, now);
        }
    }

    private String wrong(Session session, Part part, int number, long now) {
        if (session.lastWrong().isPresent() && stage.does(Habit.GIVES_A_WRONG_TEXT_AGAIN)) {
            return session.lastWrong().get();
        }
        failed(part, number, now);
        List<String> near = part.version().guesses(number).near();
        String text =
                !near.isEmpty() && stage.does(Habit.GIVES_A_NEAR_MISS_IF_NOT_RIGHT)
                        ? chance.pick(near)
                        : blunders.wrong(part.version(), number);
        session.gave(text);
        return text;
    }

    private Kind walk(Session session, Part part, int number, Proof.Place place, long now) {
        Whereabouts where = session.player().whereabouts(part.version(), now, chance);
        String clue = session.game().clue(number);
        if (stage.does(Habit.SAYS_TO_BE_ELSEWHERE)) {
            return new Kind.Position(where.elsewhere(chance));
        }
        boolean there = where.walk(place, now, chance);
        if (there && stage.does(Habit.IS_SHAKY)) {
            double worst = place.accuracy().orElse(50) * 4;
            return new Kind.Arrive(clue, where.fix(chance.between(worst / 4, worst), chance));
        } else if (there) {
            solved(session, part, number, now);
            return new Kind.Arrive(clue, where.fix(chance.between(3.0, 15.0), chance));
        } else if (stage.does(Habit.ARRIVES_TOO_SOON)) {
            failed(part, number, now);
            return new Kind.Arrive(clue, where.fix(chance.between(3.0, 20.0), chance));
        }
        return new Kind.Position(where.fix(chance.between(3.0, 40.0), chance));
    }

    private Kind jump(Session session, Part part, int number, Proof.Place place, long now) {
        String clue = session.game().clue(number);
        int dice = chance.below(10);
        if (dice < 4) {
            return new Kind.Position(
                    dice < 2 ? fixes.anywhere() : fixes.at(place, chance.likely(0.5)));
        } else if (stage.does(Habit.IS_SHAKY)) {
            return new Kind.Arrive(clue, fixes.shaky(place));
        } else if (dice < 7) {
            solved(session, part, number, now);
            return new Kind.Arrive(clue, fixes.at(place, true));
        }
        failed(part, number, now);
        return new Kind.Arrive(clue, fixes.at(place, false));
    }
}
