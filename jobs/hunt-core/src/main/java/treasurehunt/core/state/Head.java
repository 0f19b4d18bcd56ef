package treasurehunt.core.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a player whatever hunt he acts in.
 *
 * @param recent his last actions that had effects, oldest first
 * @param corrections operators' last actions about him that had effects, oldest first
 * @param enrolments his hunts by id
 * @param floor the version on which the progress of his next join counts on: 0, until he was
 *     forgotten
 * @param excluded ids of the hunts that he was excluded from when he was forgotten
 * @param claimed every treasure he claimed before he was forgotten, as {@code hunt/treasure}
 */
public record Head(
        List<RecentAction> recent,
        List<RecentAction> corrections,
        Map<String, Enrolment> enrolments,
        long floor,
        Set<String> excluded,
        Set<String> claimed) {
    /** Of somebody who never did anything that counted. */
    public static final Head NEW = new Head(List.of(), List.of(), Map.of(), 0, Set.of(), Set.of());

    /** Actions remembered, over all hunts: as many of his own, and as many of operators. */
    public static final int REMEMBERED = 32;

    public Head {
        recent = recent == null ? List.of() : recent;
        corrections = corrections == null ? List.of() : corrections;
        enrolments = enrolments == null ? Map.of() : enrolments;
        excluded = excluded == null ? Set.of() : excluded;
        claimed = claimed == null ? Set.of() : claimed;
    }

    public Optional<RecentAction> recent(String actionId) {
        return find(recent, actionId);
    }

    public Optional<RecentAction> correction(String actionId) {
        return find(corrections, actionId);
    }

    private static Optional<RecentAction> find(List<RecentAction> memory, String actionId) {
        for (RecentAction action : memory) {
            if (action.actionId().equals(actionId)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    public Head remembering(RecentAction action) {
        return new Head(with(recent, action), corrections, enrolments, floor, excluded, claimed);
    }

    public Head rememberingCorrection(RecentAction action) {
        return new Head(recent, with(corrections, action), enrolments, floor, excluded, claimed);
    }

    private static List<RecentAction> with(List<RecentAction> memory, RecentAction action) {
        List<RecentAction> newest = new ArrayList<>(REMEMBERED);
        newest.addAll(memory.subList(Math.max(0, memory.size() + 1 - REMEMBERED), memory.size()));
        newest.add(action);
        return newest;
    }

    public Head enrolled(String hunt, Enrolment enrolment) {
        if (enrolment.equals(enrolments.get(hunt))) {
            return this;
        }
        Map<String, Enrolment> changed = new HashMap<>(enrolments);
        changed.put(hunt, enrolment);
        return new Head(recent, corrections, changed, floor, excluded, claimed);
    }

    public Head readmitted(String hunt) {
        Set<String> changed = new HashSet<>(excluded);
        changed.remove(hunt);
        return new Head(recent, corrections, enrolments, floor, changed, claimed);
    }

    /** All that stays of who is forgotten. */
    public Head forgotten(long newFloor, Set<String> excludedFrom, Set<String> everClaimed) {
        return new Head(List.of(), corrections, Map.of(), newFloor, excludedFrom, everClaimed);
    }

    /** The hunts in which something falls due by then, ms UTC. */
    public Set<String> dueBy(long at) {
        Set<String> due = Set.of();
        for (Map.Entry<String, Enrolment> hunt : enrolments.entrySet()) {
            if (hunt.getValue().nextDue() <= at) {
                if (due.isEmpty()) {
                    due = new HashSet<>();
                }
                due.add(hunt.getKey());
            }
        }
        return due;
    }

    /** How a treasure of a hunt stands among those claimed. */
    public static String claimKey(String hunt, String treasure) {
        return hunt + "/" + treasure;
    }
}
