package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

class CrowdTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final CoreEngine engine = new CoreEngine(Example.HARBOUR_LIGHTS);

    @Test
    void nobodyActsBeforeHeHasThought() {
        Crowd crowd = crowd(3);

        assertThat(crowd.byWhoeverIsReady(299 * MILLI)).isEmpty();
        assertThat(crowd.byWhoeverIsReady(3 * SECOND)).isPresent();
    }

    @Test
    void atOnesOwnPaceLatencyCountsFromTheEndOfThinking() {
        Crowd crowd = crowd(1);
        Sending join = crowd.byWhoeverIsReady(10 * SECOND).orElseThrow();

        assertThat(join.planned()).isBetween(500 * MILLI, 3 * SECOND);
        assertThat(saw(crowd, join.action(), 11 * SECOND)).hasValue(join.planned());
    }

    @Test
    void aSlotIsTakenByWhoThinksLeastIfNobodyIsReady() {
        Crowd crowd = crowd(3);

        assertThat(crowd.byAnybody(0).planned()).isZero();
        assertThat(crowd.players()).isEqualTo(3);
    }

    @Test
    void aSlotIsTakenByANewcomerIfAllWaitForAnswers() {
        Crowd crowd = crowd(2);
        crowd.byAnybody(0);
        crowd.byAnybody(0);

        Sending third = crowd.byAnybody(0);

        assertThat(third.action().kind()).isEqualTo(new Kind.Join());
        assertThat(crowd.players()).isEqualTo(3);
    }

    @Test
    void aLateAnswerIsAskedForAgainUnderTheSameId() {
        Crowd crowd = crowd(1);
        Sending join = crowd.byAnybody(0);

        assertThat(crowd.byAnybody(Crowd.PATIENCE - 1).action()).isNotEqualTo(join.action());
        assertThat(crowd.byAnybody(Crowd.PATIENCE).action()).isEqualTo(join.action());
    }

    @Test
    void theAnswersToARepeatedActionAreMeasuredOneByOne() {
        Crowd crowd = crowd(1);
        Sending first = crowd.byAnybody(0);
        Sending again = crowd.byAnybody(Crowd.PATIENCE);

        Result joined = engine.answer(first.action(), 0);
        Result replay = engine.answer(again.action(), 0);

        assertThat(replay.replayOf()).contains(joined.id());
        assertThat(crowd.saw(Sight.of(joined, 0), 4 * SECOND)).hasValue(0);
        assertThat(crowd.saw(Sight.of(replay, 0), 4 * SECOND)).hasValue(Crowd.PATIENCE);
        assertThat(crowd.saw(Sight.of(replay, 0), 4 * SECOND)).isEmpty();
    }

    @Test
    void anAnswerToSomebodyElseIsNotMeasured() {
        assertThat(crowd(1).saw(new Sight("me", "1", true, Optional.empty(), 0), 0)).isEmpty();
    }

    @Test
    void whoIsRateLimitedWaitsAsLongAsHeWasTold() {
        Crowd crowd = crowd(20);
        Map<String, Long> notBefore = new HashMap<>();
        Map<Code, Integer> codes = new EnumMap<>(Code.class);

        for (long now = 0; now < 60 * SECOND; now += 10 * MILLI) {
            Action action = crowd.byAnybody(now).action();
            Long wait = notBefore.get(action.player());
            assertThat(wait == null || wait <= now).as(action.toString()).isTrue();
            Result result = engine.answer(action, now / MILLI);
            codes.merge(result.code(), 1, Integer::sum);
            if (result.code() == Code.RATE_LIMITED) {
                notBefore.put(action.player(), now + result.retryAfter().getAsLong() * MILLI);
            }
            crowd.saw(Sight.of(result, now), now);
        }

        assertThat(codes).containsKeys(Code.RATE_LIMITED, Code.OUT_OF_ATTEMPTS);
    }

    @Test
    void whoIsThroughIsFollowedBySomebodyElse() {
        Crowd crowd = crowd(10);
        List<String> players = new ArrayList<>();

        for (long now = 0; now < 300 * SECOND; now += 20 * MILLI) {
            for (Optional<Sending> next = crowd.byWhoeverIsReady(now);
                    next.isPresent();
                    next = crowd.byWhoeverIsReady(now)) {
                Action action = next.get().action();
                Result result = engine.answer(action, now / MILLI);
                if (result.code() == Code.JOINED) {
                    players.add(action.player());
                }
                crowd.saw(Sight.of(result, now), now);
            }
            assertThat(crowd.players()).isEqualTo(10);
        }

        assertThat(players).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private OptionalLong saw(Crowd crowd, Action action, long now) {
        return crowd.saw(Sight.of(engine.answer(action, now / MILLI), now), now);
    }

    private static Crowd crowd(int size) {
        return new Crowd(new Newcomers(List.of(Example.HARBOUR_LIGHTS), 1, 1)::next, size, 1, 0);
    }
}
