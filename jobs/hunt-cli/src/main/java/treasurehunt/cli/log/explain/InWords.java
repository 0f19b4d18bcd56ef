package treasurehunt.cli.log.explain;

import treasurehunt.cli.words.CodeWords;
import treasurehunt.cli.words.EffectWords;
import treasurehunt.cli.words.Quoted;
import treasurehunt.cli.words.Table;
import treasurehunt.cli.words.Times;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.Explanation;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An account for people. */
public final class InWords {
    private final StringBuilder text = new StringBuilder();

    private InWords() {}

    /** Several lines; the last is the answer as it stands in a replay. */
    public static String of(Account account) {
        InWords words = new InWords();
        words.tell(account);
        return words.text.toString().stripTrailing();
    }

    private void tell(Account account) {
        if (account instanceof Account.Judged judged) {
            tell(judged);
        } else if (account instanceof Account.Refused refused) {
            tell(refused);
        } else if (account instanceof Account.Tick tick) {
            head(tick.id(), "tick", "a record that only makes time pass; nothing answers it");
            text.append(place(tick.record(), tick.at()));
        } else if (account instanceof Account.Announced announced) {
            tell(announced);
        } else if (account instanceof Account.Failed failed) {
            Ripe ripe = failed.ripe();
            head(ripe.id(), Reason.DEFECT.name(), CodeWords.of(Reason.DEFECT));
            text.append(RipeWords.of(ripe));
            standing(ripe);
            deadLetter(ripe.id(), Reason.DEFECT);
        }
    }

    private void tell(Account.Judged judged) {
        Result result = judged.result();
        head(result.id(), result.code().name(), CodeWords.of(result.code()));
        text.append(asked(judged));
        fellDue(judged);
        stoodBefore(judged);
        checks(judged);
        effects(result);
        line(result);
    }

    private static Table asked(Account.Judged judged) {
        LoggedAction action = judged.action();
        Result result = judged.result();
        Table table = new Table();
        table.row("asked", KindWords.of(action.kind()));
        table.row("by", asker(action));
        table.row("action id", action.action().actionId());
        if (!action.hunt().isEmpty()) {
            table.row("hunt", Quoted.id(action.hunt()));
        }
        table.row("appended", Times.moment(action.appendTime()));
        table.row("at", at(action.at(), action.partition()));
        table.row("judged by", judge(judged));
        result.replayOf()
                .ifPresent(of -> table.row("again", "what " + of + " had answered: a retry"));
        if (result.retryAfter().isPresent()) {
            table.row("retry after", Times.duration(result.retryAfter().getAsLong()));
        }
        return table;
    }

    private static String asker(LoggedAction action) {
        if (action.kind() instanceof Kind.Verdict) {
            return "the treasury, to player " + action.player();
        }
        if (action.kind() instanceof Kind.ByOperator) {
            return "operator %s, about player %s"
                    .formatted(
                            action.action().operator().map(Quoted::id).orElse(""), action.player());
        }
        return "player "
                + action.player()
                + action.action()
                        .member()
                        .map(member -> ", member " + Quoted.id(member))
                        .orElse("");
    }

    private static String judge(Account.Judged judged) {
        String rules = "rules " + judged.result().rules();
        if (judged.action().hunt().isEmpty()) {
            return rules + "; it is about no single hunt";
        }
        return judged.explanation().judgedBy().isPresent()
                ? "version %d of the hunt, %s"
                        .formatted(judged.explanation().judgedBy().getAsInt(), rules)
                : rules + "; no version of the hunt was in effect";
    }

    private void fellDue(Account.Judged judged) {
        Table table = new Table();
        for (Result announcement : judged.announcements()) {
            String id = announcement.id();
            for (Effect effect : announcement.effects()) {
                table.row(id, EffectWords.of(effect));
                id = "";
            }
        }
        for (Defect defect : judged.explanation().decision().defects()) {
            table.row(defect.id(), CodeWords.of(Reason.DEFECT));
        }
        if (!table.isEmpty()) {
            section("What had fallen due just before", table);
        }
    }

    private void stoodBefore(Account.Judged judged) {
        Player before = judged.explanation().before();
        long at = judged.action().at();
        if (!(judged.action().kind() instanceof Kind.Forget)) {
            String hunt = judged.action().hunt();
            Table remains = StandingWords.remains(before.head(), hunt);
            Table standing =
                    before.hunt(hunt)
                            .map(state -> StandingWords.of(state, at))
                            .orElseGet(() -> new Table().row("not joined"));
            standing(hunt, standing);
            text.append(remains);
        } else if (before.hunts().isEmpty()) {
            section("Where the player stood before", new Table().row("in no hunt"));
        } else {
            new TreeMap<>(before.hunts())
                    .forEach((hunt, state) -> standing(hunt, StandingWords.of(state, at)));
        }
    }

    private void standing(String hunt, Table table) {
        section("Where the player stood before, in " + Quoted.id(hunt), table);
    }

    private void standing(Ripe ripe) {
        standing(ripe.hunt(), StandingWords.of(ripe.before(), ripe.moment()));
    }

    private void checks(Account.Judged judged) {
        Table table = new Table();
        for (Explanation.Step step : judged.steps()) {
            String saw =
                    step.saw().entrySet().stream()
                            .map(seen -> seen.getKey() + " " + seen(seen.getValue()))
                            .collect(Collectors.joining(", "));
            table.row(
                    "%2d".formatted(step.number()),
                    step.question(),
                    step.answer().map(Code::name).orElse(saw.isEmpty() ? "not asked" : "passed"),
                    saw);
        }
        section("The checks", table);
    }

    private static String seen(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof String seen ? Quoted.id(seen) : value.toString();
    }

    private void effects(Result result) {
        Table table = new Table();
        result.effects().forEach(effect -> table.row(EffectWords.of(effect)));
        section("What it brought", table.isEmpty() ? table.row("nothing") : table);
    }

    private void tell(Account.Announced announced) {
        Ripe ripe = announced.ripe();
        head(ripe.id(), Code.DUE.name(), CodeWords.of(Code.DUE));
        text.append(RipeWords.of(ripe).row("rules", "" + announced.result().rules()));
        standing(ripe);
        section("What it brought", RipeWords.effects(announced));
        line(announced.result());
    }

    private void tell(Account.Refused refused) {
        RejectedException rejected = refused.rejected();
        Reason reason = rejected.reason();
        head(refused.id(), "dead letter " + reason, CodeWords.of(reason));
        Table table = place(refused.record(), refused.at());
        table.row("detail", Quoted.visible(rejected.getMessage()));
        rejected.player().ifPresent(player -> table.row("player", player));
        rejected.actionId().ifPresent(id -> table.row("action id", id));
        text.append(table);
        deadLetter(refused.id(), reason);
    }

    private static Table place(RawRecord record, long at) {
        return new Table()
                .row("appended", Times.moment(record.appendTime()))
                .row("at", at(at, record.partition()));
    }

    private static String at(long at, int partition) {
        return "%s, the time that partition %d had come to".formatted(Times.moment(at), partition);
    }

    private void head(String id, String word, String meaning) {
        text.append(id).append(' ').append(word).append(": ").append(meaning).append("\n\n");
    }

    private void section(String title, Table table) {
        text.append('\n').append(title).append('\n').append(table);
    }

    private void line(Result result) {
        text.append("\nThe result\n")
                .append(new String(ResultCodec.encode(result), StandardCharsets.UTF_8));
    }

    private void deadLetter(String id, Reason reason) {
        text.append("\nThe answer\n")
                .append(new String(InJson.deadLetterLine(id, reason), StandardCharsets.UTF_8));
    }
}
