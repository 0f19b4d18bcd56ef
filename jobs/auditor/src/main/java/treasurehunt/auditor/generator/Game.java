package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** A hunt with all its versions. Every clue that any of them has is known by a number from 0. */
final class Game {
    private final String id;
    private final List<String> clues;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Playbook> versions;

    private Game(String id, List<Hunt> hunts, Chance chance) {
        this.id = id;
        Set<String> ids = new LinkedHashSet<>();
        hunts.forEach(hunt -> ids.addAll(hunt.clues().keySet()));
        clues = List.copyOf(ids);
        clues.forEach(clue -> numbers.put(clue, numbers.size()));
        versions = hunts.stream().map(hunt -> new Playbook(hunt, clues, chance)).toList();
    }

    /** The games that these hunts are versions of, by their ids. */
    static List<Game> of(List<Hunt> hunts, Chance chance) {
        Map<String, List<Hunt>> versions = new TreeMap<>();
        hunts.stream()
                .sorted(Comparator.comparingInt(Hunt::version))
                .forEach(
                        hunt ->
                                versions.computeIfAbsent(hunt.id(), id -> new ArrayList<>())
                                        .add(hunt));
        return versions.entrySet().stream()
                .map(entry -> new Game(entry.getKey(), entry.getValue(), chance))
                .toList();
    }

    String id() {
        return id;
    }

    /** How many clues there are. */
    int size() {
        return clues.size();
    }

    /** The id of the clue of this number. */
    String clue(int number) {
        return clues.get(number);
    }

    int numberOf(String clue) {
        return numbers.get(clue);
    }

    /** The highest-numbered version in effect, ms UTC. */
    Optional<Playbook> inEffect(long at) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).isInEffect(at)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** As who does not know that none is in effect yet may see it. */
    Playbook seen(long at) {
        return inEffect(at).orElse(versions.get(0));
    }

    /** When the next version takes effect, ms UTC. */
    OptionalLong nextVersion(long after) {
        return versions.stream()
                .flatMapToLong(version -> version.hunt().effectiveFrom().stream())
                .filter(from -> from > after)
                .min();
    }
}
