package treasurehunt.schemas.action;

import static java.util.Map.entry;

import treasurehunt.schemas.json.JsonWriter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The kinds of actions as JSON: a member with the kind's name, its object the kind's fields. */
final class KindCodec {
    private static final Map<String, Reader> READERS =
            Map.ofEntries(
                    entry("join", fields -> new Kind.Join()),
                    entry(
                            "answer",
                            fields -> new Kind.Answer(fields.id("clue"), fields.text("text"))),
                    entry("scan", fields -> new Kind.Scan(fields.id("clue"), fields.id("code"))),
                    entry("arrive", fields -> new Kind.Arrive(fields.id("clue"), fields.fix())),
                    entry(
                            "submit_for_review",
                            fields ->
                                    new Kind.SubmitForReview(
                                            fields.id("clue"), fields.id("evidence"))),
                    entry("hint", fields -> new Kind.Hint(fields.id("clue"), fields.id("hint"))),
                    entry("position", fields -> new Kind.Position(fields.fix())),
                    entry("abandon", fields -> new Kind.Abandon()),
                    entry(
                            "adjust",
                            fields -> new Kind.Adjust(fields.points("points"), reason(fields))),
                    entry(
                            "mark_solved",
                            fields -> new Kind.MarkSolved(fields.id("clue"), reason(fields))),
                    entry(
                            "review",
                            fields ->
                                    new Kind.Review(
                                            fields.id("clue"),
                                            fields.yesOrNo("accepted"),
                                            reason(fields))),
                    entry(
                            "reset_attempts",
                            fields -> new Kind.ResetAttempts(fields.id("clue"), reason(fields))),
                    entry("disqualify", fields -> new Kind.Disqualify(reason(fields))),
                    entry("reinstate", fields -> new Kind.Reinstate(reason(fields))),
                    entry("forget", fields -> new Kind.Forget(reason(fields))),
                    entry("verdict", KindCodec::verdict));

    private KindCodec() {}

    @FunctionalInterface
    private interface Reader {
        Kind read(Fields fields) throws BreachException;
    }

    /** The one kind among the members of an action. */
    static Kind read(Fields action) throws BreachException {
        List<String> names =
                action.members().keySet().stream().filter(READERS::containsKey).toList();
        if (names.isEmpty()) {
            throw new BreachException("no known kind");
        }
        if (names.size() > 1) {
            throw new BreachException("more than one kind: " + String.join(", ", names));
        }
        String name = names.get(0);
        return READERS.get(name).read(action.object(name));
    }

    private static String reason(Fields fields) throws BreachException {
        return fields.id("reason");
    }

    private static Kind verdict(Fields fields) throws BreachException {
        String treasure = fields.id("treasure");
        Outcome outcome = fields.outcome("outcome");
        return new Kind.Verdict(
                treasure,
                outcome,
                outcome == Outcome.GRANTED
                        ? OptionalLong.of(fields.rank("rank"))
                        : OptionalLong.empty());
    }

    static void write(JsonWriter action, Kind kind) throws IOException {
        action.object(kind.name(), fields -> writeFields(fields, kind));
    }

    private static void writeFields(JsonWriter json, Kind kind) throws IOException {
        json.text("clue", kind.clue());
        if (kind instanceof Kind.Answer answer) {
            json.text("text", answer.text());
        } else if (kind instanceof Kind.Scan scan) {
            json.text("code", scan.code());
        } else if (kind instanceof Kind.Arrive arrive) {
            writeFix(json, arrive.fix());
        } else if (kind instanceof Kind.SubmitForReview submission) {
            json.text("evidence", submission.evidence());
        } else if (kind instanceof Kind.Hint hint) {
            json.text("hint", hint.hintId());
        } else if (kind instanceof Kind.Position position) {
            writeFix(json, position.fix());
        } else if (kind instanceof Kind.Adjust adjust) {
            json.number("points", adjust.points());
        } else if (kind instanceof Kind.Review review) {
            json.bool("accepted", review.accepted());
        } else if (kind instanceof Kind.Verdict verdict) {
            json.text("treasure", verdict.treasure());
            json.text("outcome", verdict.outcome().name());
            json.number("rank", verdict.rank());
        }
        if (kind instanceof Kind.ByOperator correction) {
            json.text("reason", correction.reason());
        }
    }

    private static void writeFix(JsonWriter json, Fix fix) throws IOException {
        json.number("latitude", fix.latitude());
        json.number("longitude", fix.longitude());
        json.number("accuracy", fix.accuracy());
    }
}
