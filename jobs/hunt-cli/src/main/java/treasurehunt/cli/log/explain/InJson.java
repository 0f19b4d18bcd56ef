package treasurehunt.cli.log.explain;

import treasurehunt.cli.words.CodeWords;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.DueMoment;
import treasurehunt.core.judge.Explanation;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An account for tools: one JSON object, its {@code type} says which. */
public final class InJson {
    private InJson() {}

    public static byte[] of(Account account) {
        return JsonWriter.object(json -> write(json, account));
    }

    /** How a replay writes a dead letter. */
    static byte[] deadLetterLine(String id, Reason reason) {
        return JsonWriter.object(
                json -> {
                    json.text("id", id);
                    json.text("dead_letter", reason.name());
                });
    }

    private static void write(JsonWriter json, Account account) throws IOException {
        if (account instanceof Account.Judged judged) {
            judged(json, judged);
        } else if (account instanceof Account.Refused refused) {
            head(json, refused.id(), "dead_letter");
            reason(json, refused.rejected().reason());
            json.text("detail", refused.rejected().getMessage());
            json.text("player", refused.rejected().player());
            json.text("action_id", refused.rejected().actionId());
            times(json, refused.record(), refused.at());
        } else if (account instanceof Account.Tick tick) {
            head(json, tick.id(), "tick");
            times(json, tick.record(), tick.at());
        } else if (account instanceof Account.Announced announced) {
            head(json, announced.ripe().id(), "announcement");
            code(json, Code.DUE);
            ripe(json, announced.ripe());
            due(json, "due", announced.due());
            json.object("result", fields -> ResultCodec.write(fields, announced.result()));
        } else if (account instanceof Account.Failed failed) {
            head(json, failed.ripe().id(), "dead_letter");
            reason(json, Reason.DEFECT);
            ripe(json, failed.ripe());
        }
    }

    private static void judged(JsonWriter json, Account.Judged judged) throws IOException {
        LoggedAction action = judged.action();
        Result result = judged.result();
        Explanation explanation = judged.explanation();
        head(json, action.id(), "result");
        code(json, result.code());
        json.object("asked", fields -> ActionCodec.write(fields, action.action()));
        json.number("append_time", action.appendTime());
        json.number("at", action.at());
        json.number("rules", result.rules());
        if (explanation.judgedBy().isPresent()) {
            json.number("judged_by", explanation.judgedBy().getAsInt());
        }
        json.array(
                "announcements",
                announcements -> {
                    for (Result one : judged.announcements()) {
                        announcements.element(fields -> ResultCodec.write(fields, one));
                    }
                });
        defects(json, explanation.decision().defects());
        json.object("before", before -> before(before, judged));
        json.array(
                "checks",
                checks -> {
                    for (Explanation.Step step : judged.steps()) {
                        checks.element(check -> step(check, step));
                    }
                });
        json.object("result", fields -> ResultCodec.write(fields, result));
    }

    private static void defects(JsonWriter json, List<Defect> defects) throws IOException {
        if (!defects.isEmpty()) {
            json.array(
                    "defects",
                    ids -> {
                        for (Defect defect : defects) {
                            ids.element(defect.id());
                        }
                    });
        }
    }

    /** Of {@code forget}, which is about all hunts, by hunt. */
    private static void before(JsonWriter json, Account.Judged judged) throws IOException {
        if (!(judged.action().kind() instanceof Kind.Forget)) {
            Optional<HuntState> state = judged.explanation().before().hunt(judged.action().hunt());
            StandingJson.write(json, state);
            StandingJson.writeRemains(
                    json, judged.explanation().before().head(), judged.action().hunt());
            return;
        }
        Map<String, HuntState> hunts = new TreeMap<>(judged.explanation().before().hunts());
        json.array(
                "hunts",
                all -> {
                    for (Map.Entry<String, HuntState> hunt : hunts.entrySet()) {
                        all.element(
                                fields -> {
                                    fields.text("hunt", hunt.getKey());
                                    StandingJson.write(fields, Optional.of(hunt.getValue()));
                                });
                    }
                });
    }

    private static void step(JsonWriter json, Explanation.Step step) throws IOException {
        json.number("number", step.number());
        json.text("question", step.question());
        json.object(
                "saw",
                saw -> {
                    for (Map.Entry<String, Object> seen : step.saw().entrySet()) {
                        seen(saw, seen.getKey(), seen.getValue());
                    }
                });
        json.text("answer", step.answer().map(Code::name));
    }

    private static void seen(JsonWriter json, String name, Object value) throws IOException {
        if (value instanceof Long number) {
            json.number(name, number);
        } else if (value instanceof Boolean yes) {
            json.bool(name, yes);
        } else {
            json.text(name, value.toString());
        }
    }

    private static void ripe(JsonWriter json, Ripe ripe) throws IOException {
        json.text("player", ripe.player());
        json.text("hunt", ripe.hunt());
        json.number("at", ripe.moment());
        json.number("judged_by", ripe.judging().version());
        if (ripe.moves()) {
            json.number("moved_from", ripe.on().version());
            json.number("effective_from", ripe.judging().definition().effectiveFrom());
        }
        due(json, "reached", ripe.reached());
        json.object(
                "brought_by",
                by -> {
                    by.text("record", ripe.occasion().record());
                    by.bool("end_of_log", ripe.occasion().record().isEmpty());
                    by.number("at", ripe.occasion().at());
                });
        json.object("before", before -> StandingJson.write(before, Optional.of(ripe.before())));
    }

    private static void due(JsonWriter json, String name, List<DueMoment> moments)
            throws IOException {
        json.array(
                name,
                all -> {
                    for (DueMoment due : moments) {
                        all.element(
                                fields -> {
                                    fields.text(
                                            "cause", due.cause().name().toLowerCase(Locale.ROOT));
                                    if (!due.clue().isEmpty()) {
                                        fields.text("clue", due.clue());
                                    }
                                    fields.number("since", due.since());
                                    fields.number("moment", due.moment());
                                });
                    }
                });
    }

    private static void head(JsonWriter json, String id, String type) throws IOException {
        json.text("id", id);
        json.text("type", type);
    }

    private static void code(JsonWriter json, Code code) throws IOException {
        json.text("code", code.name());
        json.text("meaning", CodeWords.of(code));
    }

    private static void reason(JsonWriter json, Reason reason) throws IOException {
        json.text("reason", reason.name());
        json.text("meaning", CodeWords.of(reason));
    }

    private static void times(JsonWriter json, RawRecord record, long at) throws IOException {
        json.number("append_time", record.appendTime());
        json.number("at", at);
    }
}
