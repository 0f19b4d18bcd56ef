package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.core.judge.HuntDecider;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Rule book, section 9: what a player never sees. */
class SecrecyTest {
    private static final Hunt SEALED =
            Hunts.hunt(
                    """
                    time-limit: 10h
                    max-speed: 70
                    clues:
                      - id: gate
                        title: The gate
                        proof: {answer: {accept: [mahogany], near: {birchwood: Nearly there}}}
                        hints: [{id: late, after: 1h, text: Dark and heavy}, {id: dear, cost: 10, text: From the tropics}]
                      - {id: spice, title: Spice, proof: {pattern: '(saffron)+'}}
                      - {id: mast, title: The mast, proof: {code: {accept: [QR-7781]}}}
                      - {id: pier, title: The pier, proof: {place: {latitude: 54.3571, longitude: 18.6517, radius-m: 37.5, accuracy-m: 51.5}}}
                      - {id: photo, title: A photo, attempts: {max: 1}, proof: {review: {}}}
                      - id: vault
                        title: The vault
                        text: Behind the third stone
                        media: https://example.org/vault.jpg
                        requires: gate
                        proof: {answer: {accept: [cinnabar]}}
                        hints: [{id: free, text: It is red}]
                      - id: slow
                        title: Slow
                        text: Under the bridge
                        unlocks-after: 9h
                        proof: {answer: {accept: [granite]}}
                    """);

    private static final List<String> SECRETS =
            List.of(
                    "mahogany",
                    "birchwood",
                    "Nearly there",
                    "Dark and heavy",
                    "From the tropics",
                    "saffron",
                    "QR-7781",
                    "54.3571",
                    "18.6517",
                    "37.5",
                    "51.5",
                    "Behind the third stone",
                    "vault.jpg",
                    "cinnabar",
                    "It is red",
                    "Under the bridge",
                    "granite");

    /** Nothing of it gives a secret away. */
    private static Scenario inVain() {
        return Scenario.of(SEALED)
                .when(answer("gate", "oak"), join())
                .when(answer("gate", "oak").as("a"), answer("gate", "oak").as("a"))
                .when(answer("gate", "oak"), answer("gate", "elm").as("a"), answer("attic", "x"))
                .when(answer("spice", "salt"), scan("mast", "QR-1"), scan("gate", "QR-1"))
                .when(arrive("pier", 54.35, 18.65), arrive("pier", 54, 18, 100))
                .when(position(54, 18, 1), submit("photo"), submit("photo"), reject("photo"))
                .when(submit("photo"), hint("gate", "late"), hint("gate", "dear"))
                .when(hint("gate", "none"), hint("vault", "free"), answer("vault", "ruby"))
                .when(answer("slow", "basalt"), adjust(-5), markSolved("slow"), accept("photo"))
                .when(disqualify(), answer("gate", "x"), join())
                .when(answer("gate", "x").at(CLOSES), abandon());
    }

    @Test
    void noResultSaysWhatIsNotGivenYet() {
        assertThat(inVain().results()).map(SecrecyTest::json).noneMatch(SecrecyTest::tells);
    }

    @Test
    void nothingThatIsKeptOfAPlayerSaysIt() {
        assertThat(inVain().player("ann").toString()).doesNotContain(SECRETS);
    }

    @Test
    void whatWasGivenIsNotKept() {
        Scenario scenario =
                Scenario.of(SEALED)
                        .given(
                                join(),
                                adjust(10),
                                answer("gate", "birchwood"),
                                hint("gate", "dear"))
                        .given(answer("gate", "mahogany"), scan("mast", "QR-7781"));

        assertThat(scenario.player("ann").toString()).doesNotContain(SECRETS);
    }

    @Test
    void noReasonForADecisionSaysWhatWouldHaveBeenRight() {
        Stream<Draft> wrong =
                Stream.of(
                        answer("gate", "oak"),
                        answer("spice", "salt"),
                        scan("mast", "QR-1"),
                        arrive("pier", 54.35, 18.65),
                        hint("gate", "late"),
                        hint("gate", "dear"),
                        hint("vault", "free"),
                        answer("vault", "ruby"));

        assertThat(wrong.map(SecrecyTest::reasons)).noneMatch(SecrecyTest::tells);
    }

    /** All that the checks looked at. */
    private static String reasons(Draft last) {
        Scenario scenario = Scenario.of(SEALED).given(join()).when(last);
        return HuntDecider.explain(scenario.hunts(), scenario.before(), scenario.action())
                .steps()
                .toString();
    }

    @Test
    void whatIsGivenIsSaidOnce() {
        Scenario scenario =
                Scenario.of(SEALED)
                        .given(
                                join(),
                                adjust(10),
                                hint("gate", "dear"),
                                answer("gate", "birchwood"))
                        .given(answer("gate", "mahogany"))
                        .silentUntil(OPENS + 36_000_000);

        assertThat(scenario.results().stream().map(SecrecyTest::json).flatMap(SecrecyTest::told))
                .containsExactlyInAnyOrder(
                        "From the tropics",
                        "Nearly there",
                        "Behind the third stone",
                        "vault.jpg",
                        "Under the bridge");
    }

    @Test
    void nobodySeesHowAnotherPlayerFares() {
        Draft[] alone = {
            join().as("1").at(OPENS),
            answer("gate", "oak").as("2").at(OPENS + 1000),
            answer("gate", "mahogany").as("3").at(OPENS + 2000)
        };
        Scenario together = Scenario.of(SEALED);
        for (Draft ann : alone) {
            together.when(ann);
            Stream.of(join(), answer("gate", "mahogany"), disqualify())
                    .map(draft -> draft.from("bob").after("1ms"))
                    .forEach(together::when);
        }

        assertThat(said(together)).isEqualTo(said(Scenario.of(SEALED).when(alone)));
    }

    /** What ann was told; where in the log she was told it is no secret. */
    private static List<String> said(Scenario scenario) {
        return scenario.results().stream()
                .filter(result -> result.player().equals("ann"))
                .map(result -> json(result).replace("\"id\":\"" + result.id() + '"', ""))
                .toList();
    }

    /** Neither by its code nor by anything else does an answer depend on how near it came. */
    @ParameterizedTest
    @ValueSource(strings = {"mahogani", "mahogany tree", "x"})
    void anAnswerIsWrongHoweverNearItComes(String text) {
        Scenario other = Scenario.of(SEALED).given(join()).when(answer("gate", "oak"));
        Scenario wrong = Scenario.of(SEALED).given(join()).when(answer("gate", text));

        assertThat(json(wrong.result())).isEqualTo(json(other.result()));
    }

    private static boolean tells(String text) {
        return told(text).findAny().isPresent();
    }

    private static Stream<String> told(String text) {
        return SECRETS.stream().filter(text::contains);
    }

    private static String json(Result result) {
        return new String(ResultCodec.encode(result), StandardCharsets.UTF_8);
    }
}
