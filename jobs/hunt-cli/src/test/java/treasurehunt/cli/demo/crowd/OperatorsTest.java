package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.Announcements;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class OperatorsTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    @Test
    void whatIsHandedInIsReviewedAWhileLater() {
        Operators operators = new Operators(1, 1);
        operators.saw(told(new Effect.Submitted("photo")), 0);

        assertThat(operators.due(0)).isEmpty();
        Action review = operators.due(LONG).orElseThrow().action();
        assertThat(review.kind()).isInstanceOf(Kind.Review.class);
        assertThat(review.operator()).isPresent();
        assertThat(review.player()).isEqualTo("ada");
        assertThat(operators.due(LONG)).isEmpty();
    }

    @Test
    void whoTravelsTooFastIsAccusedOnceInAHunt() {
        Operators operators = new Operators(1, 1);
        for (int times = 0; times < 100; times++) {
            operators.saw(told(new Effect.Flagged(300)), 0);
        }

        assertThat(all(operators)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void someCheatsAreDisqualifiedAndTheirIdsDifferBetweenRuns() {
        List<Action> first = cheats(new Operators(1, 1));
        List<Action> second = cheats(new Operators(1, 2));

        assertThat(first).isNotEmpty().allMatch(a -> a.kind() instanceof Kind.Disqualify);
        assertThat(first).extracting(Action::actionId).doesNotHaveDuplicates();
        assertThat(second)
                .extracting(Action::actionId)
                .doesNotContainAnyElementsOf(first.stream().map(Action::actionId).toList());
    }

    private static List<Action> cheats(Operators operators) {
        for (int cheat = 0; cheat < 100; cheat++) {
            operators.saw(Announcements.of("cheat-" + cheat, 5, new Effect.Flagged(300)), 0);
        }
        return all(operators);
    }

    private static List<Action> all(Operators operators) {
        List<Action> all = new ArrayList<>();
        for (Optional<Sending> due = operators.due(LONG);
                due.isPresent();
                due = operators.due(LONG)) {
            all.add(due.get().action());
        }
        return all;
    }

    private static Result told(Effect effect) {
        return Announcements.of("ada", 5, effect);
    }
}
