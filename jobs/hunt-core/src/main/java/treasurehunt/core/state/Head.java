package treasurehunt.core.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a player whatever hunt he acts in.
 *
 * @param recent his last actions that had effects, oldest first
 * @param enrolments his hunts by id
 */
public record Head(List<RecentAction> recent, Map<String, Enrolment> enrolments) {
    /** Of somebody who never did anything that counted. */
    public static final Head NEW = new Head(List.of(), Map.of());

    /** Actions remembered, over all hunts. */
    public static final int REMEMBERED = 32;

    public Head {
        recent = recent == null ? List.of() : recent;
        enrolments = enrolments == null ? Map.of() : enrolments;
    }

    public Optional<RecentAction> recent(String actionId) {
        for (RecentAction action : recent) {
            if (action.actionId().equals(actionId)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    public Head remembering(RecentAction action) {
        List<RecentAction> newest =
                new ArrayList<>(
                        recent.subList(Math.max(0, recent.size() + 1 - REMEMBERED), recent.size()));
        newest.add(action);
        return new Head(newest, enrolments);
    }

    public Head enrolled(String hunt, Enrolment enrolment) {
        if (enrolment.equals(enrolments.get(hunt))) {
            return this;
        }
        Map<String, Enrolment> changed = new HashMap<>(enrolments);
        changed.put(hunt, enrolment);
        return new Head(recent, changed);
    }
}
