package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.CLUE_PENDING;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.JOINED;
import static treasurehunt.core.EffectType.TIME_UP;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.schemas.result.Code.DUE;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.FORGOTTEN;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rule book, sections 2 and 10: what falls due before an action, or without one. */
class DueMomentsTest {
    private static final String GATE =
            """
            clues:
              - {id: gate, title: The gate, points: 5, deadline: 10m, proof: {answer: {accept: [oak]}}}
              - {id: photo, title: A photo, proof: {review: {}}}
            """;

    /** Its gate expires ten minutes after the join. */
    private static final Hunt EXPIRING = hunt(GATE);

    /** Its tower unlocks five minutes after the join, and expires two minutes later. */
    private static final Hunt CHAIN =
            hunt(
                    """
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                      - id: tower
                        title: The tower
                        text: Whom does it call?
                        unlocks-after: 5m
                        deadline: 2m
                        proof: {answer: {accept: [bell]}}
                    """);

    private static Hunt expiringAfter(String deadline, String id) {
        return hunt(
                id,
                1,
                """
                clues:
                  - {id: gate, title: The gate, deadline: %s, proof: {answer: {accept: [oak]}}}
                """
                        .formatted(deadline));
    }

    private static String due(String hunt, long minute) {
        return "ann:" + hunt + ":" + minute(minute);
    }

    static List<Draft> everySortOfAction() {
        return List.of(
                answer("photo", "refused"),
                answer("gate", "oak").in("nowhere"),
                join().in("other"),
                position(54, 18, 1),
                hint("gate", "nothing"),
                adjust(5),
                soldOut("nothing"),
                abandon(),
                disqualify(),
                forget());
    }

    @ParameterizedTest
    @MethodSource("everySortOfAction")
    void anyActionFirstBringsWhatIsDueByItsTime(Draft action) {
        Scenario.of(EXPIRING, Hunts.simple("other"))
                .given(join())
                .when(action.at(minute(11)))
                .announces(due("harbour-lights", 10))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void theActionIsJudgedByWhatHasFallenDue() {
        Scenario.of(CHAIN)
                .given(join())
                .when(answer("tower", "horn").at(minute(5) - 1))
                .announcesNothing()
                .then(LOCKED)
                .when(answer("tower", "horn").at(minute(5)))
                .announces(CLUE_UNLOCKED)
                .then(WRONG)
                .when(answer("tower", "gong").at(minute(7) - 1))
                .announcesNothing()
                .then(WRONG)
                .when(answer("tower", "bell").at(minute(7)))
                .then(EXPIRED);
    }

    @Test
    void forgettingFirstBringsWhatIsDueToo() {
        Scenario scenario =
                Scenario.of(EXPIRING).given(join()).when(forget().at(minute(10))).then(FORGOTTEN);

        assertThat(scenario.results()).extracting(Result::code).containsSubsequence(DUE, FORGOTTEN);
    }

    @Test
    void aMomentBelongsToItsMs() {
        Scenario.of(EXPIRING)
                .given(join())
                .when(answer("gate", "ash").at(minute(10) - 1))
                .announcesNothing()
                .then(WRONG)
                .when(answer("gate", "oak").at(minute(10)))
                .announces(due("harbour-lights", 10))
                .then(EXPIRED);
    }

    @Test
    void allOfThePlayersHuntsAreBroughtForwardByTimeThenHuntId() {
        Scenario.of(
                        expiringAfter("5m", "c"),
                        expiringAfter("4m", "d"),
                        expiringAfter("5m", "a"),
                        expiringAfter("9m", "e"),
                        expiringAfter("5m", "b"))
                .given(
                        join().in("c").at(OPENS),
                        join().in("d").at(OPENS),
                        join().in("a").at(OPENS),
                        join().in("e").at(OPENS),
                        join().in("b").at(OPENS))
                .when(answer("gate", "oak").in("nowhere").at(minute(6)))
                .announces(due("d", 4), due("a", 5), due("b", 5), due("c", 5));
    }

    @Test
    void momentsOfSeveralHuntsInterleaveByTime() {
        Scenario.of(CHAIN, expiringAfter("6m", "a"))
                .given(join().at(OPENS), join().in("a").at(OPENS))
                .when(answer("gate", "ash").at(minute(60)))
                .announces(due("harbour-lights", 5), due("a", 6), due("harbour-lights", 7));
    }

    @Test
    void otherPlayersAreNotBroughtForward() {
        Scenario.of(EXPIRING)
                .given(join(), join().from("bob"))
                .when(answer("gate", "ash").from("bob").at(minute(60)))
                .announces("bob:harbour-lights:" + (minute(10) + 1000));
    }

    @Test
    void anAnnouncementIsAResultOfItsDueTimeWithoutAnAction() {
        Scenario scenario =
                Scenario.of(CHAIN)
                        .given(join().by("lena").sentAt(7))
                        .when(answer("gate", "ash").at(minute(6)));

        assertThat(scenario.announced())
                .containsExactly(
                        new Result(
                                "ann:harbour-lights:" + minute(5),
                                "ann",
                                "harbour-lights",
                                DUE,
                                List.of(
                                        new Effect.ClueUnlocked(
                                                "tower",
                                                "The tower",
                                                Optional.of("Whom does it call?"),
                                                Optional.empty())),
                                0,
                                2,
                                minute(5),
                                Rules.NUMBER,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.of(1)));
    }

    @Test
    void anAnnouncementSaysTheScoreAndRaisesTheVersionByOne() {
        Scenario.of(EXPIRING)
                .given(join(), adjust(30))
                .silentUntil(minute(60))
                .then(DUE)
                .score(30)
                .version(3);
    }

    @Test
    void allThatFallsDueAtOneMomentIsOneAnnouncementInOrder() {
        Hunt crowded =
                hunt(
                        """
                        time-limit: 5m
                        clues:
                          - {id: c1, title: C, deadline: 5m, proof: {answer: {accept: [x]}}}
                          - {id: c2, title: C, unlocks-after: 5m, proof: {answer: {accept: [x]}}}
                          - {id: c3, title: C, deadline: 5m, proof: {answer: {accept: [x]}}}
                          - {id: c4, title: C, unlocks-after: 5m, proof: {answer: {accept: [x]}}}
                          - {id: c5, title: C, deadline: 6m, proof: {answer: {accept: [x]}}}
                        """);

        Scenario scenario = Scenario.of(crowded).given(join()).silentUntil(minute(60));

        scenario.announces(due("harbour-lights", 5)).unlocks("c2", "c4");
        assertThat(scenario.result().effects().subList(2, 5))
                .containsExactly(
                        new Effect.ClueExpired("c1"),
                        new Effect.ClueExpired("c3"),
                        new Effect.TimeUp());
    }

    @Test
    void whatFollowsFromADueMomentCountsFromItNotFromTheActionThatBroughtIt() {
        Scenario.of(CHAIN)
                .given(join())
                .when(answer("gate", "ash").at(minute(6)))
                .announces(due("harbour-lights", 5))
                .silentUntil(minute(60))
                .announces(due("harbour-lights", 7));
    }

    @Test
    void aChainOfMomentsIsAnnouncedOneByOne() {
        Scenario.of(CHAIN)
                .given(join())
                .silentUntil(minute(60))
                .announces(due("harbour-lights", 5), due("harbour-lights", 7))
                .announces(0, CLUE_UNLOCKED)
                .announces(1, CLUE_EXPIRED);
    }

    @Test
    void aSilentPlayerHasWhatWasDueBeforeThatTime() {
        Scenario.of(EXPIRING)
                .given(join())
                .silentUntil(minute(10))
                .announcesNothing()
                .silentUntil(minute(10) + 1)
                .announces(due("harbour-lights", 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60, 100, 300, 1000})
    void itNeverMattersWhetherTimersOrActionsComeFirst(long secondsBetweenTimers) {
        Draft[] actions = {
            answer("gate", "ash").at(minute(4)),
            answer("gate", "elm").at(minute(7)),
            answer("tower", "bell").at(minute(8))
        };
        Scenario acting = Scenario.of(CHAIN).given(join()).when(actions);

        Scenario waiting = Scenario.of(CHAIN).given(join());
        long timer = OPENS;
        for (Draft action : actions) {
            long at = action.time().applyAsLong(0);
            for (; timer <= at; timer += 1000 * secondsBetweenTimers) {
                waiting.silentUntil(timer);
            }
            waiting.when(action);
        }

        assertThat(waiting.results()).isEqualTo(acting.results());
        assertThat(waiting.player("ann")).isEqualTo(acting.player("ann"));
    }

    @Test
    void whatWasAnnouncedIsNotAnnouncedAgain() {
        Scenario.of(EXPIRING)
                .given(join())
                .silentUntil(minute(11))
                .announces(due("harbour-lights", 10))
                .silentUntil(minute(12))
                .announcesNothing()
                .when(answer("gate", "oak"))
                .announcesNothing();
    }

    @Test
    void noneComeAfterAbandoning() {
        Scenario.of(hunt("time-limit: 30m\n" + GATE))
                .given(join(), abandon())
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void noneComeAfterTheTimeLimit() {
        Scenario.of(hunt("time-limit: 9m\n" + GATE))
                .given(join())
                .silentUntil(minute(999))
                .announces(due("harbour-lights", 9))
                .announces(TIME_UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void noneComeAtOrAfterClosing(long closing) {
        Scenario.of(open(OPENS, minute(closing), "harbour-lights", 1, GATE))
                .given(join())
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void oneJustBeforeClosingComes() {
        Scenario.of(open(OPENS, minute(10) + 1, "harbour-lights", 1, "time-limit: 10m\n" + GATE))
                .given(join())
                .silentUntil(minute(999))
                .announces(CLUE_EXPIRED, TIME_UP);
    }

    @Test
    void theClosingIsNotAnnounced() {
        Scenario.of(Hunts.closingAt("2026-06-01T08:10:00Z", "harbour-lights"))
                .given(join())
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void disqualificationStopsNone() {
        Scenario.of(hunt("time-limit: 20m\n" + GATE))
                .given(join(), disqualify())
                .silentUntil(minute(999))
                .announces(due("harbour-lights", 10), due("harbour-lights", 20));
    }

    @Test
    void completionStopsNone() {
        Scenario.of(hunt("time-limit: 20m\ncomplete-when: {points: 7}\n" + GATE))
                .given(join())
                .when(adjust(7))
                .effects(EffectType.POINTS, COMPLETED)
                .silentUntil(minute(999))
                .announces(due("harbour-lights", 10), due("harbour-lights", 20));
    }

    @Test
    void whoIsForgottenHasNone() {
        Scenario.of(EXPIRING).given(join(), forget()).silentUntil(minute(999)).announcesNothing();
    }

    /** What takes its effect from the gate's deadline. */
    static List<Draft> waysOutOfADeadline() {
        return List.of(answer("gate", "oak"), Draft.markSolved("gate"), abandon());
    }

    @ParameterizedTest
    @MethodSource("waysOutOfADeadline")
    void aMomentThatWouldBringNothingHasNoAnnouncement(Draft way) {
        Scenario.of(EXPIRING)
                .given(join(), way)
                .silentUntil(minute(999))
                .announcesNothing()
                .when(answer("gate", "oak"))
                .announcesNothing();
    }

    @Test
    void aClueThatNeverUnlockedHasNoDeadline() {
        Scenario.of(
                        hunt(
                                """
                                clues:
                                  - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                                  - {id: mast, title: The mast, requires: gate, deadline: 1m, proof: {review: {}}}
                                """))
                .given(join())
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void whatExpiredInARejectionDoesNotFallDue() {
        Scenario scenario =
                Scenario.of(
                                hunt(
                                        """
                                        clues:
                                          - {id: photo, title: A photo, deadline: 10m, proof: {review: {}}}
                                        """))
                        .given(join(), submit("photo"), reject("photo").at(minute(10)));

        scenario.silentUntil(minute(999)).announcesNothing();
        assertThat(scenario.results()).noneMatch(result -> result.code() == DUE);
    }

    @Test
    void theOpeningStopsNoClock() {
        Hunt later = open(minute(60), CLOSES, "harbour-lights", 2, GATE);

        Scenario.of(EXPIRING)
                .given(join())
                .published(later, minute(5))
                .when(answer("gate", "oak").at(minute(6)))
                .silentUntil(minute(30))
                .announces(due("harbour-lights", 10))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void whatTheJoinMakesPendingIsNoAnnouncement() {
        Scenario.of(CHAIN)
                .when(join())
                .announcesNothing()
                .effects(JOINED, CLUE_UNLOCKED, CLUE_PENDING)
                .when(answer("gate", "oak"))
                .announcesNothing()
                .effects(CLUE_SOLVED);
    }
}
