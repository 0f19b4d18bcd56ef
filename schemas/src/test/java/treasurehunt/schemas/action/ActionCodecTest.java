package treasurehunt.schemas.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static treasurehunt.schemas.action.Reason.MALFORMED;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ActionCodecTest {
    /** The last there is. */
    private static final long RANK = 999_999_999_999_999_999L;

    private static final String GOOD =
            with("\"answer\":{\"clue\":\"anchor\",\"text\":\"the anchor\"}");

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind.Join(),
                new Kind.Answer("anchor", "the anchor"),
                new Kind.Answer("anchor", ""),
                new Kind.Scan("tag", "HL-7"),
                new Kind.Arrive("quay", new Fix(54.35, -18.65, 12.5)),
                new Kind.Arrive("quay", new Fix(-90, 180, 0)),
                new Kind.Arrive("quay", new Fix(Double.MIN_VALUE, 0, Double.MAX_VALUE)),
                new Kind.SubmitForReview("knot", "https://quay.example/knot.jpg"),
                new Kind.Hint("anchor", "h1"),
                new Kind.Position(new Fix(1e-7, 123.45678901234568, 1e10)),
                new Kind.Abandon(),
                new Kind.Adjust(-1_000_000_000, "a wager"),
                new Kind.Adjust(0, "nothing"),
                new Kind.MarkSolved("anchor", "the tag was stolen"),
                new Kind.Review("knot", true, "a fine bowline"),
                new Kind.Review("knot", false, "a granny knot 🪢"),
                new Kind.ResetAttempts("anchor", "the bells were silent"),
                new Kind.Disqualify("drove"),
                new Kind.Reinstate("was driven"),
                new Kind.Forget("asked for it"),
                new Kind.Verdict("compass", Outcome.GRANTED, OptionalLong.of(1)),
                new Kind.Verdict("anchor#first-finders", Outcome.GRANTED, OptionalLong.of(RANK)),
                new Kind.Verdict("compass", Outcome.SOLD_OUT, OptionalLong.empty()),
                new Kind.Verdict("compass", Outcome.WAITING, OptionalLong.empty()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsEncodedIsDecodedAgain(Kind kind) throws Exception {
        Action action =
                new Action(
                        "a-1",
                        "ada",
                        kind instanceof Kind.Forget ? "" : "harbour",
                        Optional.of("Jörg 🌊"),
                        OptionalLong.of(-5),
                        kind instanceof Kind.ByOperator ? Optional.of("Søren") : Optional.empty(),
                        kind);

        byte[] json = ActionCodec.encode(action);

        assertThat(ActionCodec.decode(json)).isEqualTo(action);
        assertThat(Contract.ACTION.breaches(new String(json, UTF_8))).isEmpty();
    }

    @Test
    void everyKindIsEncodedAndDecodedAgain() {
        assertThat(kinds().map(Kind::name).distinct().toList())
                .containsExactlyElementsOf(KindNames.ALL);
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
                                Optional.empty(),
                                new Kind.Answer("anchor", "the anchor")));
    }

    static Stream<Arguments> ignored() {
        return Stream.of(
                        "null",
                        "7",
                        "-1.5e3",
                        "true",
                        "\"\"",
                        "\"x\"",
                        "\"" + "x".repeat(513) + "\"",
                        "{\"x\":[]}",
                        "[{}]")
                .map(Arguments::arguments);
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void anOperatorBesideAnotherKindIsIgnoredWhateverItIs(String value) throws Exception {
        for (String kind :
                List.of(
                        "\"join\":{}",
                        "\"verdict\":{\"treasure\":\"t\",\"outcome\":\"WAITING\"}")) {
            String json = with("\"operator\":" + value + "," + kind);

            assertThat(decode(json)).isEqualTo(decode(with(kind)));
            assertThat(decode(json).operator()).isEmpty();
            assertThat(Contract.ACTION.breaches(json)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void aHuntBesideForgetIsIgnoredWhateverItIs(String value) throws Exception {
        String forget = byOperator("forget", "\"reason\":\"asked for it\"");
        String json = forget.replace("\"harbour\"", value);

        assertThat(decode(json)).isEqualTo(decode(forget.replace("\"hunt\":\"harbour\",", "")));
        assertThat(decode(json).hunt()).isEmpty();
        assertThat(Contract.ACTION.breaches(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void aRankBesideNoGrantIsIgnoredWhateverItIs(String value) throws Exception {
        for (String outcome : List.of("SOLD_OUT", "WAITING")) {
            String json = verdict("\"" + outcome + "\"", ",\"rank\":" + value);

            assertThat(decode(json)).isEqualTo(decode(verdict("\"" + outcome + "\"", "")));
            assertThat(Contract.ACTION.breaches(json)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0e5", "0.0", "-1e-9999999"})
    void thereIsOneZero(String zero) throws Exception {
        assertThat(decode(position(zero, zero, zero)).kind())
                .isEqualTo(new Kind.Position(new Fix(0.0, 0.0, 0.0)));
    }

    @Test
    void aPositionIsTheNearestDouble() throws Exception {
        assertThat(decode(position("54.3500000000000000000000001", "1865e-2", "12")).kind())
                .isEqualTo(new Kind.Position(new Fix(54.35, 18.65, 12)));
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
                arguments("operator beside another kind", with("\"join\":{},\"operator\":\"o\"")),
                arguments("the north pole", position("90", "180", "0")),
                arguments("the south pole", position("-90.0", "-1.8e2", "1e300")),
                arguments("evidence of 512", submission("\"" + "🌊".repeat(512) + "\"")),
                arguments("all points there are", adjust("1000000000")),
                arguments("all points taken", adjust("-1000000000")),
                arguments("no points", adjust("0")),
                arguments("minus no points", adjust("-0")),
                arguments("an operator of 512", operator("\"" + "🌊".repeat(512) + "\"")),
                arguments("a reason of 512", reason("\"" + "🌊".repeat(512) + "\"")),
                arguments("the first rank", verdict("\"GRANTED\"", ",\"rank\":1")),
                arguments("the last rank", verdict("\"GRANTED\"", ",\"rank\":" + RANK)),
                arguments("a reason beside a verdict", verdict("\"WAITING\"", ",\"reason\":7")));
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

    /** Of a player's later kinds, and of those who need a seal. */
    static Stream<Arguments> outOfLaterBounds() {
        return Stream.of(
                arguments(with("\"position\":[]"), "position: not an object"),
                arguments(with("\"position\":{}"), "position.latitude: missing"),
                arguments(with("\"position\":{\"latitude\":0}"), "position.longitude: missing"),
                arguments(
                        with("\"position\":{\"latitude\":0,\"longitude\":0}"),
                        "position.accuracy: missing"),
                arguments(position("91", "0", "0"), badLatitude()),
                arguments(position("90.00000000000002", "0", "0"), badLatitude()),
                arguments(position("-90.00000000000002", "0", "0"), badLatitude()),
                arguments(position("1e9999999", "0", "0"), badLatitude()),
                arguments(position("-1e9999999", "0", "0"), badLatitude()),
                arguments(position("\"54\"", "0", "0"), badLatitude()),
                arguments(position("null", "0", "0"), badLatitude()),
                arguments(position("0", "180.00000000000003", "0"), badLongitude()),
                arguments(position("0", "-181", "0"), badLongitude()),
                arguments(position("0", "{}", "0"), badLongitude()),
                arguments(position("0", "0", "-1"), badAccuracy()),
                arguments(position("0", "0", "-4.9e-324"), badAccuracy()),
                arguments(position("0", "0", "1e309"), badAccuracy()),
                arguments(position("0", "0", "9".repeat(400)), badAccuracy()),
                arguments(position("0", "0", "true"), badAccuracy()),
                arguments(arrive(""), "arrive.clue: missing"),
                arguments(arrive("\"clue\":\"\","), "arrive.clue: empty"),
                arguments(
                        arrive("\"clue\":\"a\",").replace("18.65", "188.65"),
                        "arrive.longitude: not degrees within [-180, 180]"),
                arguments(submission("7"), "submit_for_review.evidence: not a string"),
                arguments(submission("\"\""), "submit_for_review.evidence: empty"),
                arguments(
                        submission("\"" + "x".repeat(513) + "\""),
                        "submit_for_review.evidence: longer than 512 code points"),
                arguments(
                        with("\"submit_for_review\":{\"clue\":\"a\"}"),
                        "submit_for_review.evidence: missing"),
                arguments(
                        with("\"submit_for_review\":{\"evidence\":\"a\"}"),
                        "submit_for_review.clue: missing"),
                arguments(adjust("1000000001"), badPoints()),
                arguments(adjust("-1000000001"), badPoints()),
                arguments(adjust("9223372036854775808"), badPoints()),
                arguments(adjust("1.5"), badPoints()),
                arguments(adjust("\"1\""), badPoints()),
                arguments(adjust("null"), badPoints()),
                arguments(byOperator("adjust", "\"reason\":\"r\""), "adjust.points: missing"),
                arguments(byOperator("adjust", "\"points\":1"), "adjust.reason: missing"),
                arguments(
                        byOperator("mark_solved", "\"reason\":\"r\""), "mark_solved.clue: missing"),
                arguments(
                        byOperator("mark_solved", "\"clue\":\"a\""), "mark_solved.reason: missing"),
                arguments(
                        byOperator("review", "\"accepted\":true,\"reason\":\"r\""),
                        "review.clue: missing"),
                arguments(
                        byOperator("review", "\"clue\":\"a\",\"reason\":\"r\""),
                        "review.accepted: missing"),
                arguments(
                        byOperator("review", "\"clue\":\"a\",\"accepted\":true"),
                        "review.reason: missing"),
                arguments(review("\"true\""), "review.accepted: neither true nor false"),
                arguments(review("1"), "review.accepted: neither true nor false"),
                arguments(review("null"), "review.accepted: neither true nor false"),
                arguments(
                        byOperator("reset_attempts", "\"reason\":\"r\""),
                        "reset_attempts.clue: missing"),
                arguments(
                        byOperator("reset_attempts", "\"clue\":\"a\""),
                        "reset_attempts.reason: missing"),
                arguments(byOperator("disqualify", "\"x\":1"), "disqualify.reason: missing"),
                arguments(byOperator("reinstate", "\"x\":1"), "reinstate.reason: missing"),
                arguments(byOperator("forget", "\"x\":1"), "forget.reason: missing"),
                arguments(reason("\"\""), "disqualify.reason: empty"),
                arguments(reason("null"), "disqualify.reason: not a string"),
                arguments(
                        reason("\"" + "x".repeat(513) + "\""),
                        "disqualify.reason: longer than 512 code points"),
                arguments(operator("\"\""), "operator: empty"),
                arguments(operator("7"), "operator: not a string"),
                arguments(
                        operator("\"" + "x".repeat(513) + "\""),
                        "operator: longer than 512 code points"),
                arguments(with("\"disqualify\":{\"reason\":\"r\"}"), "operator: missing"),
                arguments(
                        byOperator("disqualify", "\"reason\":\"r\"")
                                .replace("\"hunt\"", "\"haunt\""),
                        "hunt: missing"),
                arguments(
                        with("\"adjust\":{},\"forget\":{}"), "more than one kind: adjust, forget"),
                arguments(with("\"verdict\":7"), "verdict: not an object"),
                arguments(
                        with("\"verdict\":{\"outcome\":\"WAITING\"}"), "verdict.treasure: missing"),
                arguments(with("\"verdict\":{\"treasure\":\"t\"}"), "verdict.outcome: missing"),
                arguments(verdict("\"granted\"", ",\"rank\":1"), badOutcome()),
                arguments(verdict("\"LOST\"", ""), badOutcome()),
                arguments(verdict("null", ""), badOutcome()),
                arguments(verdict("1", ""), badOutcome()),
                arguments(verdict("\"GRANTED\"", ""), "verdict.rank: missing"),
                arguments(verdict("\"GRANTED\"", ",\"rank\":0"), badRank()),
                arguments(verdict("\"GRANTED\"", ",\"rank\":-1"), badRank()),
                arguments(verdict("\"GRANTED\"", ",\"rank\":1.5"), badRank()),
                arguments(verdict("\"GRANTED\"", ",\"rank\":\"1\""), badRank()),
                arguments(verdict("\"GRANTED\"", ",\"rank\":null"), badRank()),
                arguments(verdict("\"GRANTED\"", ",\"rank\":1000000000000000000"), badRank()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"outOfBounds", "outOfLaterBounds"})
    void refusesWhatBreaksABoundAndSaysWhatAndWhere(String json, String detail) {
        RejectedException rejected = rejected(json.getBytes(UTF_8));

        assertThat(rejected.reason()).isEqualTo(MALFORMED);
        assertThat(rejected).hasMessage(detail);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"outOfBounds", "outOfLaterBounds"})
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
                arguments("points with a fraction of nothing", adjust("1.0"), badPoints()),
                arguments("points with an exponent", adjust("1e3"), badPoints()),
                arguments(
                        "a rank with an exponent",
                        verdict("\"GRANTED\"", ",\"rank\":1e0"),
                        badRank()),
                arguments("a position without number", position("NaN", "0", "0"), "'NaN'"),
                arguments("an endless accuracy", position("0", "0", "Infinity"), "'Infinity'"),
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

    private static String position(String latitude, String longitude, String accuracy) {
        return with(
                "\"position\":{\"latitude\":"
                        + latitude
                        + ",\"longitude\":"
                        + longitude
                        + ",\"accuracy\":"
                        + accuracy
                        + "}");
    }

    private static String arrive(String clue) {
        return with(
                "\"arrive\":{" + clue + "\"latitude\":54.35,\"longitude\":18.65,\"accuracy\":5}");
    }

    private static String submission(String evidence) {
        return with("\"submit_for_review\":{\"clue\":\"knot\",\"evidence\":" + evidence + "}");
    }

    private static String byOperator(String kind, String members) {
        return with("\"operator\":\"lena\",\"" + kind + "\":{" + members + "}");
    }

    private static String adjust(String points) {
        return byOperator("adjust", "\"points\":" + points + ",\"reason\":\"r\"");
    }

    private static String review(String accepted) {
        return byOperator(
                "review", "\"clue\":\"a\",\"accepted\":" + accepted + ",\"reason\":\"r\"");
    }

    private static String reason(String reason) {
        return byOperator("disqualify", "\"reason\":" + reason);
    }

    private static String operator(String operator) {
        return reason("\"r\"").replace("\"lena\"", operator);
    }

    private static String verdict(String outcome, String more) {
        return with("\"verdict\":{\"treasure\":\"compass\",\"outcome\":" + outcome + more + "}");
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

    private static String badLatitude() {
        return "position.latitude: not degrees within [-90, 90]";
    }

    private static String badLongitude() {
        return "position.longitude: not degrees within [-180, 180]";
    }

    private static String badAccuracy() {
        return "position.accuracy: not finite metres from 0";
    }

    private static String badPoints() {
        return "adjust.points: not whole points within ±10^9";
    }

    private static String badOutcome() {
        return "verdict.outcome: not one of GRANTED, SOLD_OUT, WAITING";
    }

    private static String badRank() {
        return "verdict.rank: not a whole number from 1 to 10^18 - 1";
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
