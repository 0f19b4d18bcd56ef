package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A hunt in one version, and what players try in it. Its clues have the numbers of its game. */
final class Playbook {
    private final Hunt hunt;
    private final List<Optional<Clue>> clues = new ArrayList<>();
    private final List<Guesses> guesses = new ArrayList<>();

    Playbook(Hunt hunt, List<String> numbers, Chance chance) {
        this.hunt = hunt;
        for (String id : numbers) {
            Optional<Clue> clue = Optional.ofNullable(hunt.clues().get(id));
            clues.add(clue);
            guesses.add(clue.map(it -> Guesses.of(hunt, it, chance)).orElse(Guesses.NONE));
        }
    }

    Hunt hunt() {
        return hunt;
    }

    boolean isInEffect(long at) {
        return hunt.effectiveFrom().orElse(Long.MIN_VALUE) <= at;
    }

    boolean isOpen(long at) {
        return hunt.opens() <= at && at < hunt.closes();
    }

    /** The clue of this number; this version may have none. */
    Optional<Clue> clue(int number) {
        return clues.get(number);
    }

    Guesses guesses(int number) {
        return guesses.get(number);
    }

    /** A place that somebody who begins may be near to. */
    Optional<Proof.Place> firstPlace() {
        return hunt.clues().values().stream()
                .map(Clue::proof)
                .filter(Proof.Place.class::isInstance)
                .map(Proof.Place.class::cast)
                .findFirst();
    }
}
