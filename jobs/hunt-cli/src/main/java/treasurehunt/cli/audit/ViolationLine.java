package treasurehunt.cli.audit;

import treasurehunt.auditor.Violation;
import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.json.JsonWriter;

import java.nio.charset.StandardCharsets;

/** A violation on one line. Whatever the log holds, it moves no cursor. */
final class ViolationLine {
    private static final char LAST_VISIBLE = '~';

    private ViolationLine() {}

    /** {@code CODE 3:41 of ana, line 17: …}. */
    static String inWords(Violation violation) {
        return violation.rule()
                + " "
                + Quoted.id(violation.id())
                + (violation.player().isEmpty() ? "" : " of " + Quoted.id(violation.player()))
                + (violation.line() == 0 ? "" : ", line " + violation.line())
                + ": "
                + Quoted.visible(violation.what());
    }

    /** One JSON object, in ASCII. */
    static String inJson(Violation violation) {
        byte[] line =
                JsonWriter.object(
                        json -> {
                            json.text("rule", violation.rule().name());
                            json.text("id", violation.id());
                            json.text("player", violation.player());
                            json.number("line", violation.line());
                            json.text("what", violation.what());
                        });
        return ascii(new String(line, StandardCharsets.UTF_8));
    }

    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        json.chars()
                .forEach(
                        c -> {
                            if (c <= LAST_VISIBLE) {
                                ascii.append((char) c);
                            } else {
                                ascii.append("\\u%04x".formatted(c));
                            }
                        });
        return ascii.toString();
    }
}
