package treasurehunt.schemas.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.contract.Contract;
import treasurehunt.schemas.json.MalformedJsonException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

class ResultCodecTest {
    private static final Result.Asked ASKED =
            new Result.Asked(
                    "a-1",
                    "hint",
                    Optional.of("anchor"),
                    Optional.of("Jörg"),
                    OptionalLong.of(-1),
                    7);

    @Test
    void anAnswerHasItsFieldsInOneOrder() throws Exception {
        Result result =
                new Result(
                        "3:41",
                        "ada",
                        "harbour",
                        Code.HINT_GIVEN,
                        List.of(),
                        -5,
                        2,
                        8,
                        1,
                        Optional.of(ASKED),
                        Optional.of("3:40"),
                        OptionalLong.of(100),
                        OptionalLong.of(4),
                        Optional.of("Look down."),
                        OptionalLong.of(3));

        assertThat(written(result))
                .isEqualTo(
                        "{\"id\":\"3:41\",\"player\":\"ada\",\"hunt\":\"harbour\",\"action_id\":\"a-1\","
                                + "\"kind\":\"hint\",\"clue\":\"anchor\",\"member\":\"Jörg\",\"code\":\"HINT_GIVEN\","
                                + "\"replay_of\":\"3:40\",\"text\":\"Look down.\",\"retry_after\":100,"
                                + "\"attempts_left\":4,\"effects\":[],\"score\":-5,\"version\":2,"
                                + "\"hunt_version\":3,\"at\":8,\"append_time\":7,\"client_time\":-1,\"rules\":1}");
    }

    @Test
    void anAnnouncementHasNothingOfAnAction() throws Exception {
        Result announcement =
                new Result(
                        "ann:harbour:8",
                        "ann",
                        "harbour",
                        Code.DUE,
                        List.of(new Effect.TimeUp()),
                        0,
                        2,
                        8,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalLong.of(3));

        assertThat(written(announcement))
                .isEqualTo(
                        "{\"id\":\"ann:harbour:8\",\"player\":\"ann\",\"hunt\":\"harbour\",\"code\":\"DUE\","
                                + "\"effects\":[{\"type\":\"TIME_UP\"}],\"score\":0,\"version\":2,"
                                + "\"hunt_version\":3,\"at\":8,\"rules\":1}");
    }

    @Test
    void theAnswerToForgetIsAboutNoHunt() throws Exception {
        Result forgotten =
                new Result(
                        "3:41",
                        "ada",
                        "",
                        Code.FORGOTTEN,
                        List.of(
                                new Effect.Forgotten(),
                                new Effect.Released("crown", Optional.of("old-town"))),
                        0,
                        0,
                        8,
                        1,
                        Optional.of(
                                new Result.Asked(
                                        "op-1",
                                        "forget",
                                        Optional.empty(),
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        7)),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalLong.empty());

        assertThat(written(forgotten))
                .isEqualTo(
                        "{\"id\":\"3:41\",\"player\":\"ada\",\"action_id\":\"op-1\",\"kind\":\"forget\","
                                + "\"code\":\"FORGOTTEN\",\"effects\":[{\"type\":\"FORGOTTEN\"},"
                                + "{\"type\":\"RELEASED\",\"treasure\":\"crown\",\"hunt\":\"old-town\"}],"
                                + "\"at\":8,\"append_time\":7,\"rules\":1}");
    }

    private static String written(Result result) throws MalformedJsonException {
        byte[] json = ResultCodec.encode(result);
        assertThat(ResultCodec.decode(json)).isEqualTo(result);
        return new String(json, UTF_8);
    }

    private static final String ANSWER =
            "{\"id\":\"3:41\",\"player\":\"ada\",\"hunt\":\"harbour\",\"action_id\":\"a-1\",\"kind\":\"join\","
                    + "\"code\":\"JOINED\",\"effects\":[],\"score\":0,\"version\":1,\"at\":8,"
                    + "\"append_time\":7,\"rules\":1}";

    static Stream<Arguments> noResults() {
        return Stream.of(
                arguments("no id", ANSWER.replace("\"id\"", "\"x\"")),
                arguments("no action id", ANSWER.replace("\"action_id\"", "\"x\"")),
                arguments("no kind", ANSWER.replace("\"kind\"", "\"x\"")),
                arguments("no append time", ANSWER.replace("\"append_time\"", "\"x\"")),
                arguments("no score", ANSWER.replace("\"score\"", "\"x\"")),
                arguments("no version", ANSWER.replace("\"version\"", "\"x\"")),
                arguments("no effects", ANSWER.replace("\"effects\":[]", "\"effects\":7")),
                arguments("an unknown code", ANSWER.replace("JOINED", "TELEPORTED")),
                arguments("an unknown kind", ANSWER.replace("join\"", "teleport\"")),
                arguments("an effect without type", effect("\"clue\":\"a\"")),
                arguments("an unknown effect", effect("\"type\":\"TELEPORTED\"")),
                arguments("a move to nowhere", effect("\"type\":\"MOVED\"")),
                arguments("a clue unlocked and unnamed", effect("\"type\":\"CLUE_PENDING\"")),
                arguments(
                        "a grant without rank", effect("\"type\":\"GRANTED\",\"treasure\":\"t\"")),
                arguments("points for an unknown reason", points("luck", "")),
                arguments(
                        "an operator without a word", points("adjustment", ",\"operator\":\"o\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noResults")
    void neitherCodecNorContractTakesWhatIsNoResult(String name, String json) {
        assertThat(Contract.RESULT.breaches(ANSWER)).isEmpty();

        // The codec leaves the words of kinds to the codec of actions.
        if (!name.equals("an unknown kind")) {
            assertThatThrownBy(() -> ResultCodec.decode(json.getBytes(UTF_8)))
                    .isInstanceOf(MalformedJsonException.class);
        }
        assertThat(Contract.RESULT.breaches(json)).isNotEmpty();
    }

    private static final String DUE =
            "{\"id\":\"ann:harbour:8\",\"player\":\"ann\",\"hunt\":\"harbour\",\"code\":\"DUE\","
                    + "\"effects\":[{\"type\":\"TIME_UP\"}],\"score\":0,\"version\":2,"
                    + "\"hunt_version\":3,\"at\":8,\"rules\":1}";

    private static final String FORGET =
            "{\"id\":\"3:41\",\"player\":\"ada\",\"action_id\":\"op-1\",\"kind\":\"forget\","
                    + "\"code\":\"NO_CHANGE\",\"effects\":[],\"at\":8,\"append_time\":7,\"rules\":1}";

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments(with(DUE, "\"action_id\":\"a-1\"")),
                arguments(with(DUE, "\"kind\":\"join\"")),
                arguments(with(DUE, "\"append_time\":7")),
                arguments(with(DUE, "\"client_time\":7")),
                arguments(with(DUE, "\"retry_after\":7")),
                arguments(with(DUE, "\"text\":\"x\"")),
                arguments(DUE.replace("\"hunt_version\":3,", "")),
                arguments(DUE.replace("{\"type\":\"TIME_UP\"}", "")),
                arguments(with(FORGET, "\"hunt\":\"harbour\"")),
                arguments(with(FORGET, "\"score\":0")),
                arguments(with(FORGET, "\"version\":0")),
                arguments(with(FORGET, "\"hunt_version\":1")),
                arguments(FORGET.replace("NO_CHANGE", "EXCLUDED")),
                arguments(points("clue", "")),
                arguments(points("wrong-penalty", ",\"treasure\":\"t\"")),
                arguments(points("hint", ",\"clue\":\"a\"")),
                arguments(points("treasure", ",\"clue\":\"a\"")),
                arguments(points("first-finder", "")),
                arguments(points("adjustment", "")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void theContractKnowsWhatBelongsTogether(String json) {
        assertThat(Contract.RESULT.breaches(DUE)).isEmpty();
        assertThat(Contract.RESULT.breaches(FORGET)).isEmpty();
        assertThat(Contract.RESULT.breaches(json)).isNotEmpty();
    }

    private static String with(String json, String member) {
        return json.replaceFirst("}$", "," + member + "}");
    }

    private static String effect(String members) {
        return ANSWER.replace("\"effects\":[]", "\"effects\":[{" + members + "}]");
    }

    private static String points(String reason, String more) {
        return effect(
                "\"type\":\"POINTS\",\"points\":5,\"balance\":5,\"reason\":\""
                        + reason
                        + "\""
                        + more);
    }
}
