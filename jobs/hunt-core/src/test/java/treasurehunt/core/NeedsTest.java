package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.core.state.Enrolment.NEVER;

import org.junit.jupiter.api.Test;

import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Which hunts a decision looks at, and when the next due moment of one is. */
class NeedsTest {
    private static final String LIGHTS = "harbour-lights";
    private static final String CLUES =
            """
            clues:
              - {id: gate, title: The gate, points: 5, deadline: 10m, proof: {answer: {accept: [oak]}}}
              - {id: mast, title: The mast, requires: gate, unlocks-after: 4m, deadline: 20m, proof: {answer: {accept: [fir]}}}
              - {id: photo, title: A photo, deadline: 15m, proof: {review: {}}}
            """;
    private static final String FIELDS = "time-limit: 1h\n" + CLUES;
    private static final Hunt HARBOUR = hunt(FIELDS);
    private static final Hunt UNLIMITED = hunt(CLUES);

    private static Hunt another(String id) {
        return hunt(id, 1, FIELDS);
    }

    private static Scenario joinedThree() {
        return Scenario.of(HARBOUR, another("b"), another("c"))
                .given(
                        join().at(OPENS),
                        join().in("b").at(minute(1)),
                        join().in("c").at(minute(2)));
    }

    private static Set<String> needs(Scenario scenario, Draft draft) {
        Head head = scenario.player("ann").head();
        LoggedAction action = scenario.when(draft).action();
        return HuntDecider.needs(head, action);
    }

    @Test
    void withNothingDueADecisionNeedsTheHuntItsActionNames() {
        assertThat(needs(joinedThree(), answer("gate", "ash").in("b").at(minute(10) - 1)))
                .containsExactly("b");
    }

    @Test
    void itNeedsTheHuntsInWhichSomethingIsDueByItsTime() {
        assertThat(needs(joinedThree(), answer("gate", "ash").in("c").at(minute(10))))
                .containsExactlyInAnyOrder("harbour-lights", "c");
        assertThat(needs(joinedThree(), answer("gate", "ash").in("nowhere").at(minute(11))))
                .containsExactlyInAnyOrder("harbour-lights", "b", "nowhere");
    }

    @Test
    void forgettingNeedsAllHuntsOfThePlayer() {
        assertThat(needs(joinedThree(), forget()))
                .containsExactlyInAnyOrder("harbour-lights", "b", "c");
    }

    @Test
    void afterTheJoinTheEarliestMomentIsNext() {
        Scenario.of(HARBOUR).given(join().at(minute(1))).nextDue(LIGHTS, minute(11));
    }

    @Test
    void aHuntWithoutLimitsHasNone() {
        Scenario.of(Hunts.simple(LIGHTS)).given(join()).nextDue(LIGHTS, NEVER);
    }

    @Test
    void aMomentAtTheClosingIsNone() {
        Scenario.of(open(OPENS, minute(10), LIGHTS, 1, FIELDS))
                .given(join())
                .nextDue(LIGHTS, NEVER);
    }

    @Test
    void aSolveTakesTheCluesMomentAndBringsThoseOfWhatItUnlocks() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(3)))
                .nextDue(LIGHTS, minute(7))
                .given(markSolved("mast"))
                .nextDue(LIGHTS, minute(15));
    }

    @Test
    void anUnlockingBringsTheDeadline() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(3)))
                .silentUntil(minute(8))
                .nextDue(LIGHTS, minute(15))
                .silentUntil(minute(16))
                .nextDue(LIGHTS, minute(27))
                .silentUntil(minute(28))
                .nextDue(LIGHTS, minute(60));
    }

    @Test
    void anExpiryLeavesTheNext() {
        Scenario.of(HARBOUR).given(join()).silentUntil(minute(11)).nextDue(LIGHTS, minute(15));
    }

    @Test
    void aReviewTakesTheMomentAwayAndARejectionBringsItBack() {
        Scenario.of(HARBOUR)
                .given(join(), markSolved("gate"), markSolved("mast"))
                .nextDue(LIGHTS, minute(15))
                .given(submit("photo"))
                .nextDue(LIGHTS, minute(60))
                .given(reject("photo"))
                .nextDue(LIGHTS, minute(15))
                .given(submit("photo"), accept("photo"))
                .nextDue(LIGHTS, minute(60));
    }

    @Test
    void whatTouchesNoClueLeavesTheMoment() {
        Scenario.of(HARBOUR)
                .given(join(), adjust(1), disqualify())
                .nextDue(LIGHTS, minute(10))
                .when(answer("gate", "oak"))
                .nextDue(LIGHTS, minute(10));
    }

    @Test
    void aMoveBringsTheMomentsOfTheNewVersion() {
        Scenario.of(HARBOUR)
                .given(join())
                .published(hunt(LIGHTS, 2, CLUES.replace("deadline: 10m", "deadline: 12m")))
                .when(answer("nothing", "at all"))
                .nextDue(LIGHTS, minute(12))
                .published(Hunts.simple(LIGHTS, 3))
                .when(answer("nothing", "at all"))
                .nextDue(LIGHTS, NEVER);
    }

    @Test
    void untilHeMovesTheMomentsAreThoseOfTheVersionHeIsOn() {
        Scenario.of(HARBOUR, Hunts.simple("other"))
                .given(join())
                .published(Hunts.simple(LIGHTS, 2))
                .given(join().in("other"))
                .nextDue(LIGHTS, minute(10));
    }

    @Test
    void afterAbandoningThereIsNone() {
        Scenario.of(HARBOUR).given(join(), abandon()).nextDue(LIGHTS, NEVER);
    }

    @Test
    void afterTheTimeLimitThereIsNone() {
        Scenario.of(hunt("time-limit: 12m\n" + CLUES))
                .given(join())
                .silentUntil(minute(12))
                .nextDue(LIGHTS, minute(12))
                .silentUntil(minute(13))
                .nextDue(LIGHTS, NEVER);
    }

    @Test
    void afterTheLastMomentThereIsNone() {
        Scenario.of(UNLIMITED).given(join()).silentUntil(minute(16)).nextDue(LIGHTS, NEVER);
    }

    @Test
    void aDefectLeavesTheNext() {
        boolean[] broken = {true};

        Scenario.of(HARBOUR)
                .given(join())
                .through(
                        hunts ->
                                id -> {
                                    if (broken[0]) {
                                        broken[0] = false;
                                        throw new IllegalStateException("broken");
                                    }
                                    return hunts.find(id);
                                })
                .silentUntil(minute(11))
                .announcesNothing()
                .nextDue(LIGHTS, minute(15));
    }

    @Test
    void whoIsForgottenIsEnrolledNowhere() {
        Scenario scenario = joinedThree().given(forget());

        assertThat(scenario.player("ann").head().enrolments()).isEmpty();
    }

    /** The seed is printed; {@code -Dhunt.seed=…} repeats a run. */
    @Test
    void aDecisionOfNoMoreThanItNeedsIsTheSameAsOfTheWholePlayer() {
        long seed = Long.getLong("hunt.seed", new Random().nextLong());
        System.out.println("-Dhunt.seed=" + seed);
        RandomLogs logs = new RandomLogs(seed);
        for (int i = 0; i < Integer.getInteger("hunt.logs", 100); i++) {
            RandomLogs.Log log = logs.next();
            Map<String, Player> players = new HashMap<>();
            for (LoggedAction action : log.actions()) {
                Player whole = players.getOrDefault(action.player(), Player.NEW);
                Player part = whole.only(HuntDecider.needs(whole.head(), action));

                Decision all = HuntDecider.decide(log.catalogue(), whole, action);
                Decision some = HuntDecider.decide(log.catalogue(), part, action);

                assertThat(some.results()).as("seed %d", seed).isEqualTo(all.results());
                assertThat(whole.changed(part, some.player()))
                        .as("seed %d", seed)
                        .isEqualTo(all.player());
                players.put(action.player(), all.player());
            }
        }
    }
}
