package treasurehunt.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that look as bad as others and are actions: they are judged, and have results. */
final class OddRecords {
    private final String player;
    private final List<HostileRecord> all = new ArrayList<>();

    private OddRecords(String player) {
        this.player = player;
    }

    static List<HostileRecord> of(String player) {
        OddRecords records = new OddRecords(player);
        records.unknownFields();
        records.spellings();
        records.headers();
        records.hostileTexts();
        return List.copyOf(records.all);
    }

    private void unknownFields() {
        action("a future field", "\"mood\":{\"x\":[1,null]},\"join\":{}");
        action("a future kind beside a kind", "\"dance\":{},\"join\":{}");
        action("a future field eight deep", "\"x\":[[[[[[[]]]]]]],\"join\":{}");
        action(
                "a future field with a huge text",
                "\"x\":\"" + "x".repeat(1_000_000) + "\",\"join\":{}");
        action("a future field with a huge number", "\"x\":" + "9".repeat(60_000) + ",\"join\":{}");
        action("a future field with 1e9999999", "\"x\":1e9999999,\"join\":{}");
        action("an operator beside a player's kind", "\"operator\":7,\"join\":{}");
    }

    private void spellings() {
        action("names as escapes", "\"\\u006aoin\":{}");
        action("the least time", "\"client_time\":-1000000000000000,\"join\":{}");
        action(
                "a corner of the world",
                "\"position\":{\"latitude\":-90,\"longitude\":180,\"accuracy\":0}");
        action(
                "minus nothing",
                "\"position\":{\"latitude\":-0.0,\"longitude\":-0,\"accuracy\":-0e9}");
        action(
                "the longest fraction",
                "\"position\":{\"latitude\":0."
                        + "1".repeat(5000)
                        + ",\"longitude\":0,\"accuracy\":0}");
        action(
                "next to nothing",
                "\"position\":{\"latitude\":1e-9999999,\"longitude\":0,\"accuracy\":0}");
        action(
                "the largest accuracy",
                "\"position\":{\"latitude\":0,\"longitude\":0,\"accuracy\":1.7e308}");
        action("white space", " \n\t\"join\" : { } \r\n");
    }

    private void headers() {
        action("a tick's header", "\"join\":{}").withHeader("tick", new byte[0]);
        action("a rubbish seal", "\"join\":{}").withHeader("seal", new byte[] {-1, 0});
        action("a header that breaks lines", "\"join\":{}").withHeader("a\r\n\u001b[2J", null);
    }

    private void hostileTexts() {
        answer("an empty answer", "");
        answer("512 waves", "🌊".repeat(512));
        answer("512 escapes", "\\u0000".repeat(512));
        answer("a lookup for the log", "${jndi:ldap://example.invalid/a}${env:HOME}");
        answer("a line for the log", "a\\r\\n12:00:00 ERROR forged");
        answer("a format", "%s%n%x{}{0}");
        answer("a terminal's escape", "\\u001b[2J\\u001b]0;forged\\u0007\u009b2J");
        answer("text from right to left", "\u202egnorw\u2066");
        answer("line ends of others", "a\u0085b\u2028c\u2029d");
        answer("SQL", "' OR 1=1; DROP TABLE players;--");
        answer("HTML", "<script>alert(1)</script>");
        answer("a path", "../../../../etc/passwd\\u0000");
        answer("an expression", "(a+)+$".repeat(20) + "a".repeat(300));
        answer("combining marks", "a" + "\u0301".repeat(500));
        action("a hostile clue", "\"hint\":{\"clue\":\"${jndi:x}\\r\\n\",\"hint\":\"\\u001b[2J\"}");
        action("a hostile member", "\"member\":\"\\u0000${jndi:x}\\r\\n\",\"join\":{}");
        add("a hostile hunt", "\"hunt\":\"" + "\\u0001".repeat(512) + "\",\"join\":{}");
    }

    private void answer(String name, String text) {
        action(name, "\"answer\":{\"clue\":\"tide\",\"text\":\"" + text + "\"}");
    }

    private HostileRecord action(String name, String rest) {
        return add(name, "\"hunt\":\"harbour-lights\"," + rest);
    }

    private HostileRecord add(String name, String rest) {
        String json =
                "{\"action_id\":\"odd-%d\",\"player\":\"%s\",%s}"
                        .formatted(all.size(), player, rest);
        HostileRecord record =
                HostileRecord.of(name, Optional.empty(), player, json.getBytes(UTF_8));
        all.add(record);
        return record;
    }
}
