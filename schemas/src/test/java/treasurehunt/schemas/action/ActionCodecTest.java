package treasurehunt.schemas.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static treasurehunt.schemas.action.Reason.MALFORMED;
import static treasurehunt.schemas.action.Reason.UNSEALED;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.contract.Contract;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ActionCodecTest {
    private static final String GOOD =
            with("\"answer\":{\"clue\":\"anchor\",\"text\":\"the anchor\"}");

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind.Join(),
                new Kind.Answer("anchor", "the anchor"),
                new Kind.Answer("anchor", ""),
                new Kind.Scan("tag", "HL-7"),
                new Kind.Hint("anchor", "h1"),
                new Kind.Abandon());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsEncodedIsDecodedAgain(Kind kind) throws Exception {
        Action action =
                new Action(
                        "a-1", "ada", "harbour", Optional.of("Jörg 🌊"), OptionalLong.of(-5), kind);

        assertThat(ActionCodec.decode(ActionCodec.encode(action))).isEqualTo(action);
    }

    @Test
    void memberAndClientTimeAreOptional() throws Exception {
        Action action = decode(GOOD);

        assertThat(action)
                .isEqualTo(
                        new Action(
                                "a-1",
                                "ada",
                                "harbour",
                                Optional.empty(),
                                OptionalLong.empty(),
                                new Kind.Answer("anchor", "the anchor")));
    }

    static Stream<Arguments> acceptable() {
        return Stream.of(
                arguments("white space around", " \r\n\t" + GOOD + " \r\n\t"),
                arguments("an empty answer", answer("anchor", "")),
                arguments("512 code points", answer("anchor", "x".repeat(512))),
                arguments("512 astral code points", answer("anchor", "🌊".repeat(512))),
                arguments(
                        "512 escaped astral ones", answer("anchor", "\\ud83c\\udf0a".repeat(512))),
                arguments("an id of 512 code points", answer("🌊".repeat(512), "x")),
                arguments("a NUL in a text", answer("anchor", "\\u0000")),
                arguments("an action id of 64", GOOD.replace("a-1", "aZ9._:-".repeat(9) + "x")),
                arguments("a player of 128", GOOD.replace("ada", "!~".repeat(64))),
                arguments("client time in the past", client("-1")),
                arguments("minus zero", client("-0")),
                arguments("the latest client time", client("1000000000000000")),
                arguments("the earliest client time", client("-1000000000000000")),
                arguments("depth 8", unknown("[".repeat(7) + "]".repeat(7))),
                arguments("a number beyond every type", unknown("1e9999999")),
                arguments("a number of 10,000 digits", unknown("9".repeat(10_000))),
                arguments("a long unknown text", unknown("\"" + "x".repeat(100_000) + "\"")),
                arguments("an unknown field within the kind", with("\"join\":{\"x\":[{}]}")),
                arguments("a text that looks like a name", answer("anchor", "\\\"player\\\":1")),
                arguments("a kind of a later version", with("\"join\":{},\"teleport\":{}")),
                arguments("operator beside another kind", with("\"join\":{},\"operator\":\"o\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acceptable")
    void acceptsWhatKeepsTheBounds(String name, String json) throws Exception {
        assertThat(decode(json).player()).isNotEmpty();
    }

    /** What breaks a bound that the contract states too. */
    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                arguments(without("action_id"), "action_id: missing"),
                arguments(without("player"), "player: missing"),
                arguments(without("hunt"), "hunt: missing"),
                arguments(with("\"x\":{}"), "no known kind"),
                arguments(with("\"Join\":{}"), "no known kind"),
                arguments(with("\"join\":{},\"abandon\":{}"), "more than one kind: join, abandon"),
                arguments(with("\"join\":{},\"adjust\":{}"), "more than one kind: join, adjust"),
                arguments(with("\"join\":[]"), "join: not an object"),
                arguments(with("\"join\":null"), "join: not an object"),
                arguments(with("\"join\":true"), "join: not an object"),
                arguments(with("\"answer\":{\"text\":\"x\"}"), "answer.clue: missing"),
                arguments(with("\"answer\":{\"clue\":\"a\"}"), "answer.text: missing"),
                arguments(
                        with("\"answer\":{\"clue\":7,\"text\":\"\"}"), "answer.clue: not a string"),
                arguments(
                        with("\"answer\":{\"clue\":\"a\",\"text\":null}"),
                        "answer.text: not a string"),
                arguments(with("\"scan\":{\"code\":\"x\"}"), "scan.clue: missing"),
                arguments(with("\"scan\":{\"clue\":\"a\"}"), "scan.code: missing"),
                arguments(with("\"scan\":{\"clue\":\"a\",\"code\":\"\"}"), "scan.code: empty"),
                arguments(with("\"scan\":{\"clue\":\"a\",\"code\":{}}"), "scan.code: not a string"),
                arguments(with("\"hint\":{\"hint\":\"h\"}"), "hint.clue: missing"),
                arguments(with("\"hint\":{\"clue\":\"a\"}"), "hint.hint: missing"),
                arguments(with("\"hint\":{\"clue\":\"a\",\"hint\":\"\"}"), "hint.hint: empty"),
                arguments(answer("", "x"), "answer.clue: empty"),
                arguments(answer("x".repeat(513), "x"), "answer.clue: longer than 512 code points"),
                arguments(answer("a", "x".repeat(513)), "answer.text: longer than 512 code points"),
                arguments(
                        answer("a", "🌊".repeat(513)), "answer.text: longer than 512 code points"),
                arguments(GOOD.replace("\"harbour\"", "\"\""), "hunt: empty"),
                arguments(GOOD.replace("\"harbour\"", "{}"), "hunt: not a string"),
                arguments(
                        GOOD.replace("harbour", "h".repeat(513)),
                        "hunt: longer than 512 code points"),
                arguments(member("\"\""), "member: empty"),
                arguments(member("null"), "member: not a string"),
                arguments(
                        member("\"" + "m".repeat(513) + "\""),
                        "member: longer than 512 code points"),
                arguments(actionId(""), "action_id: not 1 to 64 of A-Z a-z 0-9 . _ : -"),
                arguments(
                        actionId("x".repeat(65)), "action_id: not 1 to 64 of A-Z a-z 0-9 . _ : -"),
                arguments(actionId("a b"), "action_id: not 1 to 64 of A-Z a-z 0-9 . _ : -"),
                arguments(actionId("é"), "action_id: not 1 to 64 of A-Z a-z 0-9 . _ : -"),
                arguments(
                        GOOD.replace("\"a-1\"", "1"),
                        "action_id: not 1 to 64 of A-Z a-z 0-9 . _ : -"),
                arguments(player(""), badPlayer()),
                arguments(player("x".repeat(129)), badPlayer()),
                arguments(player("a b"), badPlayer()),
                arguments(player("\\u007f"), badPlayer()),
                arguments(player("ädä"), badPlayer()),
                arguments(GOOD.replace("\"ada\"", "null"), badPlayer()),
                arguments(client("1.5"), badClientTime()),
                arguments(client("\"1\""), badClientTime()),
                arguments(client("null"), badClientTime()),
                arguments(client("1000000000000001"), badClientTime()),
                arguments(client("-1000000000000001"), badClientTime()),
                arguments(client("9223372036854775808"), badClientTime()),
                arguments(client("-9223372036854775808"), badClientTime()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("outOfBounds")
    void refusesWhatBreaksABoundAndSaysWhatAndWhere(String json, String detail) {
        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.reason()).isEqualTo(MALFORMED);
        assertThat(rejected).hasMessage(detail);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("outOfBounds")
    void theContractRefusesThemToo(String json, String detail) {
        assertThat(Contract.ACTION.breaches(json)).as(detail).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acceptable")
    void theContractAcceptsWhatTheCodecDoes(String name, String json) {
        assertThat(Contract.ACTION.breaches(json)).isEmpty();
    }

    /** What a schema cannot see, or not every reader of one: some let a line break end a text. */
    static Stream<Arguments> badForm() {
        return Stream.of(
                arguments("nothing", "", "not a JSON object"),
                arguments("white space", " \n", "not a JSON object"),
                arguments("an array", "[" + GOOD + "]", "not a JSON object"),
                arguments("a text", "\"join\"", "not a JSON object"),
                arguments("null", "null", "not a JSON object"),
                arguments("rubbish", "join me", "line 1, column 1: Unrecognized token 'join'"),
                arguments("a line break after an id", actionId("a\\n"), "action_id: not 1 to 64"),
                arguments("a line break after a player", player("ada\\n"), badPlayer()),
                arguments("an exponent", client("1e3"), badClientTime()),
                arguments("a fraction of nothing", client("1.0"), badClientTime()),
                arguments("a leading zero", client("01"), "Leading zeroes not allowed"),
                arguments("a plus", client("+1"), "Unexpected character ('+'"),
                arguments("NaN", unknown("NaN"), "Non-standard token 'NaN'"),
                arguments("infinity", unknown("-Infinity"), "Non-standard token '-Infinity'"),
                arguments("a comment", GOOD + "//", "Unexpected character ('/'"),
                arguments(
                        "single quotes",
                        "{'player':'ada'}",
                        "Unexpected character (''' (code 39))"),
                arguments("a trailing comma", with("\"join\":{},"), "Unexpected character ('}'"),
                arguments("a raw line break in a text", answer("a", "\n"), "Illegal unquoted"),
                arguments("a second object", GOOD + GOOD, "more than white space after the object"),
                arguments("a number after it", GOOD + " 1", "more than white space after"),
                arguments("rubbish after it", GOOD + "x", "Unrecognized token 'x'"),
                arguments("a NUL after it", GOOD + "\0", "Illegal character"),
                arguments("a byte-order mark", "\uFEFF" + GOOD, "a byte-order mark"),
                arguments("no-break space", GOOD + "\u00a0", "Unexpected character"),
                arguments("a name twice", with("\"join\":{},\"join\":{}"), duplicate("join")),
                arguments("a player twice", with("\"player\":\"ada\""), duplicate("player")),
                arguments("an escaped twin", with("\"pl\\u0061yer\":\"b\""), duplicate("player")),
                arguments("an unknown name twice", with("\"x\":1,\"x\":1"), duplicate("x")),
                arguments(
                        "a twin within the kind",
                        with("\"join\":{\"x\":1,\"\\u0078\":1}"),
                        duplicate("x")),
                arguments("a twin far down", unknown("[[{\"y\":0,\"y\":0}]]"), duplicate("y")),
                arguments("half a pair", answer("a", "\\ud83c"), "an unpaired surrogate"),
                arguments("the other half", answer("a", "\\udf0a"), "an unpaired surrogate"),
                arguments("halves swapped", answer("a", "\\udf0a\\ud83c"), "unpaired surrogate"),
                arguments("half in an unknown field", unknown("[\"\\ud800\"]"), "unpaired"),
                arguments("half in an unknown name", unknown("{\"\\udc00\":1}"), "unpaired"),
                arguments("half in a top name", with("\"\\ud800\":1"), "unpaired"),
                arguments("depth 9", unknown("[".repeat(8) + "]".repeat(8)), "depth (9)"),
                arguments("depth 9 by objects", unknown(objects(8)), "depth (9)"),
                arguments("depth 100,000", "[".repeat(100_000), "not a JSON object"),
                arguments("depth 100,000 within", unknown("[".repeat(100_000)), "depth (9)"),
                arguments("100,000 objects", unknown(objects(100_000)), "depth (9)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badForm")
    void refusesWhatIsNoStrictJsonAndSaysWhere(String name, String json, String detail) {
        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.reason()).isEqualTo(MALFORMED);
        assertThat(rejected).hasMessageContaining(detail);
    }

    static Stream<Arguments> badBytes() {
        return Stream.of(
                arguments("overlong slash", text(0xc0, 0xaf)),
                arguments("overlong NUL", text(0xc0, 0x80)),
                arguments("overlong in three", text(0xe0, 0x80, 0xaf)),
                arguments("a surrogate as bytes", text(0xed, 0xa0, 0x80)),
                arguments("a pair as six bytes", text(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)),
                arguments("beyond U+10FFFF", text(0xf4, 0x90, 0x80, 0x80)),
                arguments("a lone continuation", text(0x80)),
                arguments("a cut sequence", text(0xe2, 0x82)),
                arguments("a byte that never occurs", text(0xff)),
                arguments("Latin-1", text(0xe9)),
                arguments("UTF-16 with its mark", GOOD.getBytes(UTF_16)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBytes")
    void refusesWhatIsNoUtf8(String name, byte[] json) {
        RejectedException rejected = rejected(json);

        assertThat(rejected.reason()).isEqualTo(MALFORMED);
        assertThat(rejected).hasMessage("not valid UTF-8");
    }

    @Test
    void refusesUtf16WithoutItsMark() {
        assertThat(rejected(GOOD.getBytes(UTF_16LE)).reason()).isEqualTo(MALFORMED);
        assertThat(rejected(GOOD.getBytes(UTF_16BE)).reason()).isEqualTo(MALFORMED);
    }

    @Test
    void refusesAGoodActionCutAtAnyByte() {
        byte[] good =
                GOOD.replace("the anchor", "Ebbe & Flut 🌊")
                        .replace("{\"action", "{\"client_time\":-12,\"x\":[1.5e3,true],\"action")
                        .getBytes(UTF_8);

        assertThat(IntStream.range(0, good.length).mapToObj(n -> Arrays.copyOf(good, n)))
                .allSatisfy(cut -> assertThat(rejected(cut).reason()).isEqualTo(MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adjust",
                "mark_solved",
                "review",
                "reset_attempts",
                "disqualify",
                "reinstate",
                "forget",
                "verdict"
            })
    void kindsThatNeedASealAreUnsealed(String kind) {
        String json = with("\"operator\":\"op\",\"" + kind + "\":{}");

        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.reason()).isEqualTo(UNSEALED);
        assertThat(rejected).hasMessage(kind + ": counts only under a valid seal");
        assertThat(rejected.actionId()).contains("a-1");
        assertThat(rejected.player()).contains("ada");
        assertThat(Contract.ACTION.breaches(json)).isNotEmpty();
    }

    static Stream<Arguments> malformedUnderASeal() {
        return Stream.of(
                arguments(without("hunt").replace("\"join\"", "\"adjust\""), "hunt: missing"),
                arguments(without("player").replace("\"join\"", "\"forget\""), "player: missing"),
                arguments(with("\"adjust\":7"), "adjust: not an object"),
                arguments(with("\"member\":7,\"review\":{}"), "member: not a string"),
                arguments(
                        with("\"adjust\":{},\"forget\":{}"), "more than one kind: adjust, forget"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformedUnderASeal")
    void beingMalformedComesBeforeBeingUnsealed(String json, String detail) {
        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.reason()).isEqualTo(MALFORMED);
        assertThat(rejected).hasMessage(detail);
    }

    @Test
    void forgettingIsAboutNoHunt() {
        String json = without("hunt").replace("\"join\"", "\"forget\"");

        assertThat(rejected(json.getBytes(UTF_8)).reason()).isEqualTo(UNSEALED);
    }

    static Stream<Arguments> halfReadable() {
        return Stream.of(
                arguments(with("\"x\":{}"), "a-1", "ada"),
                arguments(actionId("a b"), null, "ada"),
                arguments(player("a b"), "a-1", null),
                arguments(GOOD + "x", "a-1", "ada"),
                arguments("{\"action_id\":\"a-1\",\"player\":\"ada\",", "a-1", "ada"),
                arguments("{\"action_id\":\"a-1\",\"player\":\"ad", "a-1", null),
                arguments("[{\"action_id\":\"a-1\"}]", null, null));
    }

    @ParameterizedTest
    @MethodSource("halfReadable")
    void aRejectionNamesActionAndPlayerWhereReadable(String json, String actionId, String player) {
        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.actionId()).isEqualTo(Optional.ofNullable(actionId));
        assertThat(rejected.player()).isEqualTo(Optional.ofNullable(player));
    }

    private static Action decode(String json) throws RejectedException {
        return ActionCodec.decode(json.getBytes(UTF_8));
    }

    private static RejectedException rejected(byte[] json) {
        RejectedException rejected =
                catchThrowableOfType(RejectedException.class, () -> ActionCodec.decode(json));
        assertThat(rejected).isNotNull();
        return rejected;
    }

    private static String with(String members) {
        return "{\"action_id\":\"a-1\",\"player\":\"ada\",\"hunt\":\"harbour\"," + members + "}";
    }

    private static String without(String name) {
        return with("\"join\":{}").replaceFirst("\"" + name + "\":\"[^\"]*\",", "");
    }

    private static String answer(String clue, String text) {
        return with("\"answer\":{\"clue\":\"" + clue + "\",\"text\":\"" + text + "\"}");
    }

    private static String actionId(String id) {
        return GOOD.replace("a-1", id);
    }

    private static String player(String player) {
        return GOOD.replace("ada", player);
    }

    private static String member(String value) {
        return with("\"join\":{},\"member\":" + value);
    }

    private static String client(String value) {
        return with("\"join\":{},\"client_time\":" + value);
    }

    private static String unknown(String value) {
        return with("\"join\":{},\"unknown\":" + value);
    }

    private static String objects(int depth) {
        return "{\"x\":".repeat(depth) + "0" + "}".repeat(depth);
    }

    private static String duplicate(String name) {
        return "Duplicate field '" + name + "'";
    }

    private static String badPlayer() {
        return "player: not 1 to 128 printable ASCII characters without space";
    }

    private static String badClientTime() {
        return "client_time: not whole milliseconds within ±10^15";
    }

    /** An answer whose text is these bytes. */
    private static byte[] text(int... bytes) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(
                with("\"answer\":{\"clue\":\"a\",\"text\":\"")
                        .replaceFirst("}$", "")
                        .getBytes(UTF_8));
        for (int octet : bytes) {
            json.write(octet);
        }
        json.writeBytes("\"}}".getBytes(UTF_8));
        return json.toByteArray();
    }
}
