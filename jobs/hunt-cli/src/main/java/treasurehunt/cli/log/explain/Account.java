package treasurehunt.cli.log.explain;

import treasurehunt.core.judge.DueMoment;
import treasurehunt.core.judge.Explanation;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All there is to tell about one id of a log. */
public sealed interface Account {

    /** An action that was judged. */
    record Judged(LoggedAction action, Explanation explanation) implements Account {
        /** The proof's row in the rule book's table of checks. */
        private static final int PROOF = 13;

        Result result() {
            List<Result> results = explanation.decision().results();
            return results.get(results.size() - 1);
        }

        /** What had fallen due before it was judged. */
        List<Result> announcements() {
            List<Result> results = explanation.decision().results();
            return results.subList(0, results.size() - 1);
        }

        /** The checks in order; the proof itself is the last, if it came to that. */
        List<Explanation.Step> steps() {
            List<Explanation.Step> steps = new ArrayList<>(explanation.steps());
            boolean passed = steps.stream().allMatch(step -> step.answer().isEmpty());
            if (passed && isProof()) {
                steps.add(
                        new Explanation.Step(
                                PROOF,
                                "Is the proof right?",
                                Map.of(),
                                Optional.of(result().code())));
            }
            return steps;
        }

        private boolean isProof() {
            Kind kind = action.kind();
            return kind instanceof Kind.ByPlayer
                    && kind.clue().isPresent()
                    && !(kind instanceof Kind.Hint);
        }
    }

    /**
     * A record that is no action, or an action that the rules failed at.
     *
     * @param at the time its partition had come to, ms UTC
     */
    record Refused(RawRecord record, long at, RejectedException rejected) implements Account {
        String id() {
            return record.partition() + ":" + record.offset();
        }
    }

    /**
     * A record that only makes time pass.
     *
     * @param at the time its partition had come to by it, ms UTC
     */
    record Tick(RawRecord record, long at) implements Account {
        String id() {
            return record.partition() + ":" + record.offset();
        }
    }

    /** A due moment that brought something. */
    record Announced(Ripe ripe, Result result) implements Account {
        /** What had run out, as far as an effect came of it. */
        List<DueMoment> due() {
            return result.effects().stream().map(ripe::behind).flatMap(Optional::stream).toList();
        }
    }

    /** A due moment that the rules failed at. */
    record Failed(Ripe ripe) implements Account {}
}
