package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Proof;

import java.util.List;
import java.util.Optional;

/** What players do that brings them nothing. */
final class Blunders {
    private final Stage stage;
    private final Chance chance;
    private final Fixes fixes;

    Blunders(Stage stage) {
        this.stage = stage;
        chance = stage.chance();
        fixes = new Fixes(chance);
    }

    /** What will be refused, most likely. */
    Kind blunder(Session session, Playbook playbook) {
        int dice = chance.below(100);
        List<Integer> locked =
                session.part().map(it -> it.all(Part.State.LOCKED)).orElse(List.of());
        List<Integer> solved =
                session.part().map(it -> it.all(Part.State.SOLVED)).orElse(List.of());
        int any = chance.below(session.game().size());
        if (dice < 35 && !locked.isEmpty()) {
            return guess(session, playbook, chance.pick(locked));
        } else if (dice < 75 && !solved.isEmpty()) {
            return guess(session, playbook, chance.pick(solved));
        } else if (dice < 82) {
            return new Kind.Join();
        } else if (dice < 88) {
            return new Kind.Scan(session.game().clue(any), "https://menu.example/today");
        } else if (dice < 91) {
            return new Kind.Answer(noClue(), "hello?");
        }
        return dice < 98
                ? anyHint(session, playbook, any)
                : new Kind.Hint(session.game().clue(any), noClue());
    }

    /** An id that nobody knows. */
    String noClue() {
        return stage.mix() == Mix.SO_THAT_ALL_HAPPENS
                ? chance.pick(Strange.NAMES)
                : "no-such-thing";
    }

    /** A hint of a clue, whether he has had it or not. */
    Kind anyHint(Session session, Playbook playbook, int number) {
        List<Hint> hints =
                playbook.clue(number)
                        .map(clue -> List.copyOf(clue.hints().values()))
                        .orElse(List.of());
        String clue = session.game().clue(number);
        return hints.isEmpty()
                ? guess(session, playbook, number)
                : new Kind.Hint(clue, chance.pick(hints).id());
    }

    /** A wrong guess that the player himself does not count. */
    Kind guess(Session session, Playbook playbook, int number) {
        Optional<Clue> clue = playbook.clue(number);
        if (clue.isEmpty()) {
            return new Kind.Answer(session.game().clue(number), "is it gone?");
        } else if (clue.get().proof() instanceof Proof.Place place) {
            boolean walks = stage.does(Habit.WALKS);
            Whereabouts where = new Whereabouts(place, 0, chance);
            return new Kind.Arrive(
                    clue.get().id(),
                    walks
                            ? where.fix(chance.between(3.0, 15.0), chance)
                            : fixes.at(place, chance.likely(0.3)));
        } else if (clue.get().proof() instanceof Proof.Review) {
            return new Kind.SubmitForReview(clue.get().id(), "https://photos.example/blurred.jpg");
        }
        return given(clue.get(), wrong(playbook, number));
    }

    /** Something wrong for a clue that takes texts. */
    String wrong(Playbook playbook, int number) {
        String word = chance.pick(playbook.guesses(number).wrong());
        if (stage.mix() == Mix.AS_PEOPLE_PLAY) {
            return word;
        }
        int dice = chance.below(10);
        return dice < 1
                ? chance.pick(Strange.TEXTS)
                : dice < 7 ? word + " " + chance.below(99) : word;
    }

    /** A text or code for a clue that takes such; nobody scans nothing. */
    static Kind given(Clue clue, String text) {
        return clue.proof() instanceof Proof.Code
                ? new Kind.Scan(clue.id(), text.isEmpty() ? "-" : text)
                : new Kind.Answer(clue.id(), text);
    }
}
