package treasurehunt.core.judge;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.hunt.Clue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that time brings to a player's hunt, for who wants to know why.
 *
 * @param clue it is about; empty with the time limit
 * @param since ms UTC from which its time runs
 * @param moment ms UTC at which it falls due
 */
public record DueMoment(Cause cause, String clue, long since, long moment) {

    /** What runs out. */
    public enum Cause {
        UNLOCKS_AFTER,
        DEADLINE,
        TIME_LIMIT
    }

    /** What a version of a hunt makes due by a time, ms UTC, earliest first. */
    public static List<DueMoment> by(long at, PlayableHunt hunt, HuntState state) {
        List<DueMoment> due = new ArrayList<>();
        for (Clue clue : hunt.timedClues()) {
            ClueState stands = state.progress().clue(clue.id());
            long moment = DueMoments.ofClue(clue, stands);
            if (moment != Enrolment.NEVER) {
                Cause cause =
                        stands.status() == ClueState.Status.PENDING
                                ? Cause.UNLOCKS_AFTER
                                : Cause.DEADLINE;
                due.add(new DueMoment(cause, clue.id(), stands.since(), moment));
            }
        }
        long joinedAt = state.progress().joinedAt();
        due.add(
                new DueMoment(
                        Cause.TIME_LIMIT,
                        "",
                        joinedAt,
                        DueMoments.timeLimit(hunt.definition(), joinedAt)));
        // What the last failure brought down stays down.
        due.removeIf(it -> it.moment() > at || it.moment() <= state.failedAt());
        due.sort(Comparator.comparingLong(DueMoment::moment));
        return List.copyOf(due);
    }
}
