package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Proof;

import java.util.List;

/** What players do that brings them nothing. */
final class Blunders {
    private final Chance chance;

    Blunders(Chance chance) {
        this.chance = chance;
    }

    /** What will be refused, most likely. */
    Kind blunder(Session session, Part part) {
        int dice = chance.below(100);
        if (dice < 35 && !part.locked().isEmpty()) {
            return guess(session, chance.pick(part.locked()));
        } else if (dice < 75 && !part.solved().isEmpty()) {
            return guess(session, chance.pick(part.solved()));
        } else if (dice < 82) {
            return new Kind.Join();
        } else if (dice < 88) {
            return new Kind.Scan(session.playbook().clue(0).id(), "https://menu.example/today");
        } else if (dice < 91) {
            return new Kind.Answer("no-such-clue", "hello?");
        }
        int clue = chance.below(session.playbook().size());
        return dice < 98 ? anyHint(session, clue) : noHint(session, clue);
    }

    private static Kind noHint(Session session, int clue) {
        return new Kind.Hint(session.playbook().clue(clue).id(), "no-such-hint");
    }

    /** A hint of a clue, whether he has had it or not. */
    Kind anyHint(Session session, int number) {
        Clue clue = session.playbook().clue(number);
        List<Hint> hints = List.copyOf(clue.hints().values());
        return hints.isEmpty()
                ? guess(session, number)
                : new Kind.Hint(clue.id(), chance.pick(hints).id());
    }

    /** A wrong guess that the player himself does not count. */
    Kind guess(Session session, int number) {
        Clue clue = session.playbook().clue(number);
        if (clue.proof() instanceof Proof.Place place) {
            Whereabouts where = new Whereabouts(place, 0, chance);
            return new Kind.Arrive(clue.id(), where.fix(chance.between(3.0, 15.0), chance));
        } else if (clue.proof() instanceof Proof.Review) {
            return new Kind.SubmitForReview(clue.id(), "https://photos.example/blurred.jpg");
        }
        return given(clue, chance.pick(session.playbook().guesses(number).wrong()));
    }

    /** A text or code for a clue that takes such. */
    static Kind given(Clue clue, String text) {
        return clue.proof() instanceof Proof.Code
                ? new Kind.Scan(clue.id(), text)
                : new Kind.Answer(clue.id(), text);
    }
}
