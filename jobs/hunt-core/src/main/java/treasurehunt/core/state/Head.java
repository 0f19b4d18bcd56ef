package treasurehunt.core.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a player whatever hunt he acts in.
 *
 * @param recent his own last actions, over all hunts
 * @param corrections operators' last actions about him
 * @param enrolments his hunts by id
 * @param nextDue ms UTC of the earliest due moment in any of them, or {@link Enrolment#NEVER}
 * @param floor the version on which the progress of his next join counts on: 0, until he was
 *     forgotten
 * @param excluded ids of the hunts that he was excluded from when he was forgotten
 * @param claimed every treasure he claimed before he was forgotten, as {@code hunt/treasure}
 */
public record Head(
        RecentActions recent,
        RecentActions corrections,
        Map<String, Enrolment> enrolments,
        long nextDue,
        long floor,
        Set<String> excluded,
        Set<String> claimed) {
    /** Of somebody who never did anything that counted. */
    public static final Head NEW =
            new Head(
                    RecentActions.NONE,
                    RecentActions.NONE,
                    Map.of(),
                    Enrolment.NEVER,
                    0,
                    Set.of(),
                    Set.of());

    public Head {
        recent = recent == null ? RecentActions.NONE : recent;
        corrections = corrections == null ? RecentActions.NONE : corrections;
        enrolments = enrolments == null ? Map.of() : enrolments;
        excluded = excluded == null ? Set.of() : excluded;
        claimed = claimed == null ? Set.of() : claimed;
    }

    public Optional<RecentAction> recent(String actionId) {
        return recent.find(actionId);
    }

    public Optional<RecentAction> correction(String actionId) {
        return corrections.find(actionId);
    }

    public Head remembering(RecentAction action) {
        return new Head(
                recent.with(action), corrections, enrolments, nextDue, floor, excluded, claimed);
    }

    public Head rememberingCorrection(RecentAction action) {
        return new Head(
                recent, corrections.with(action), enrolments, nextDue, floor, excluded, claimed);
    }

    public Head enrolled(String hunt, Enrolment enrolment) {
        if (enrolment.equals(enrolments.get(hunt))) {
            return this;
        }
        Map<String, Enrolment> changed = new HashMap<>(enrolments);
        changed.put(hunt, enrolment);
        long next = Enrolment.NEVER;
        for (Enrolment each : changed.values()) {
            next = Math.min(next, each.nextDue());
        }
        return new Head(recent, corrections, changed, next, floor, excluded, claimed);
    }

    public Head readmitted(String hunt) {
        Set<String> changed = new HashSet<>(excluded);
        changed.remove(hunt);
        return new Head(recent, corrections, enrolments, nextDue, floor, changed, claimed);
    }

    /** All that stays of who is forgotten. */
    public Head forgotten(long newFloor, Set<String> excludedFrom, Set<String> everClaimed) {
        return new Head(
                RecentActions.NONE,
                corrections,
                Map.of(),
                Enrolment.NEVER,
                newFloor,
                excludedFrom,
                everClaimed);
    }

    /** The hunts in which something falls due by then, ms UTC. */
    public Set<String> dueBy(long at) {
        if (nextDue > at) {
            return Set.of();
        }
        Set<String> due = new HashSet<>();
        enrolments.forEach(
                (hunt, enrolment) -> {
                    if (enrolment.nextDue() <= at) {
                        due.add(hunt);
                    }
                });
        return due;
    }

    /** How a treasure of a hunt stands among those claimed. */
    public static String claimKey(String hunt, String treasure) {
        return hunt + "/" + treasure;
    }
}
