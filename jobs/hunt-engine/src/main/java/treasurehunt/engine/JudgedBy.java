package treasurehunt.engine;

import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.execution.SuppressRestartsException;

import treasurehunt.core.Rules;
import treasurehunt.engine.fence.Mark;

import java.util.ArrayList;
import java.util.List;

/**
 * By what a task has decided until now; part of its state, and known to all tasks after a restore.
 *
 * @param rules the rules' own number
 * @param huntsEnd the offset of {@code hunts} before which it knew every record
 * @param until ms UTC up to which it was free to decide
 * @param passed ms UTC at or before which there was no further action
 */
public record JudgedBy(int rules, long huntsEnd, long until, long passed) {
    static final ListStateDescriptor<JudgedBy> STATE =
            new ListStateDescriptor<>("judged-by", JudgedBy.class);

    static JudgedBy now(Mark mark, long passed) {
        return new JudgedBy(Rules.NUMBER, mark.end(), mark.until(), passed);
    }

    /**
     * The time that has passed for all of them. The source knows the append times of what it reads
     * from now on only, and these may be older: of a broker whose clock was set back.
     */
    static long passed(List<JudgedBy> all) {
        return all.stream().mapToLong(JudgedBy::passed).min().orElse(Long.MIN_VALUE);
    }

    Mark mark() {
        return new Mark(huntsEnd, until);
    }

    /** What a restored job goes on from; refuses what was decided by other rules. */
    static List<JudgedBy> restored(boolean isRestored, Iterable<JudgedBy> state) {
        List<JudgedBy> all = new ArrayList<>();
        state.forEach(all::add);
        if (isRestored && all.isEmpty()) {
            throw refused("of a release that did not keep it");
        }
        for (JudgedBy one : all) {
            if (one.rules != Rules.NUMBER) {
                throw refused(Integer.toString(one.rules));
            }
        }
        return all;
    }

    private static SuppressRestartsException refused(String number) {
        return new SuppressRestartsException(
                new IllegalStateException(
                        "This state was decided by the rules of number %s; this release's are %d, which decide differently. Run the release that made it, or begin anew: without state, and with other topics of results."
                                .formatted(number, Rules.NUMBER)));
    }
}
