package treasurehunt.auditor.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that is known of one player. */
final class Player {
    final String id;

    /** By hunt id. */
    final TreeMap<String, Progress> hunts = new TreeMap<>();

    final Memory own = new Memory();
    final Memory operators = new Memory();

    /** What stays when he is forgotten: versions count on from here. */
    long floor;

    /** The hunts he was excluded from when he was forgotten. */
    Set<String> excluded = Set.of();

    private Set<Claimed> everClaimed = Set.of();

    private record Claimed(String hunt, String treasure) {}

    Player(String id) {
        this.id = id;
    }

    Optional<Progress> in(String hunt) {
        return Optional.ofNullable(hunts.get(hunt));
    }

    /** Whether nothing is known of him: who never joined leaves no state. */
    boolean isBlank() {
        return hunts.isEmpty() && floor == 0;
    }

    boolean hasClaimed(Progress progress, String treasure) {
        return progress.claims.containsKey(treasure)
                || everClaimed.contains(new Claimed(progress.hunt.id(), treasure));
    }

    /** All goes but the floor, the exclusions, what was claimed, and operators' ids. */
    void forget() {
        Set<String> stillExcluded = new HashSet<>(excluded);
        Set<Claimed> claimed = new HashSet<>(everClaimed);
        hunts.forEach(
                (hunt, progress) -> {
                    floor = Math.max(floor, progress.version + 1);
                    progress.claims
                            .keySet()
                            .forEach(treasure -> claimed.add(new Claimed(hunt, treasure)));
                    if (progress.disqualified) {
                        stillExcluded.add(hunt);
                    }
                });
        excluded = stillExcluded;
        everClaimed = claimed;
        hunts.clear();
        own.clear();
    }

    Player copy() {
        Player copy = new Player(id);
        hunts.forEach((hunt, progress) -> copy.hunts.put(hunt, progress.copy()));
        own.copyInto(copy.own);
        operators.copyInto(copy.operators);
        copy.floor = floor;
        copy.excluded = new HashSet<>(excluded);
        copy.everClaimed = new HashSet<>(everClaimed);
        return copy;
    }
}
