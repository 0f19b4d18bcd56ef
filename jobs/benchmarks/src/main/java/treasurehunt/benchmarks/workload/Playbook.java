package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hunt, and what players try in it. */
final class Playbook {
    private final Hunt hunt;
    private final List<Clue> clues;
    private final List<Guesses> guesses;
    private final Map<String, Integer> numbers = new HashMap<>();

    Playbook(Hunt hunt, Chance chance) {
        this.hunt = hunt;
        clues = List.copyOf(hunt.clues().values());
        guesses = clues.stream().map(clue -> Guesses.of(hunt, clue, chance)).toList();
        for (Clue clue : clues) {
            numbers.put(clue.id(), numbers.size());
        }
    }

    Hunt hunt() {
        return hunt;
    }

    int size() {
        return clues.size();
    }

    /** The clue of this number, from 0 in the author's order. */
    Clue clue(int number) {
        return clues.get(number);
    }

    Guesses guesses(int number) {
        return guesses.get(number);
    }

    int numberOf(String clue) {
        return numbers.get(clue);
    }

    /** A place that somebody who begins may be near to. */
    Optional<Proof.Place> firstPlace() {
        return clues.stream()
                .map(Clue::proof)
                .filter(Proof.Place.class::isInstance)
                .map(Proof.Place.class::cast)
                .findFirst();
    }
}
