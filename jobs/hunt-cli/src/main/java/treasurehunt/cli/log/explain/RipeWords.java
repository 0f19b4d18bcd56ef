package treasurehunt.cli.log.explain;

import treasurehunt.cli.words.EffectWords;
import treasurehunt.cli.words.Quoted;
import treasurehunt.cli.words.Table;
import treasurehunt.cli.words.Times;
import treasurehunt.core.judge.DueMoment;
import treasurehunt.schemas.result.Effect;

import java.util.Optional;
import java.util.OptionalLong;

/** What had become due, for people. */
final class RipeWords {
    private RipeWords() {}

    static Table of(Ripe ripe) {
        Table table = new Table();
        table.row("player", ripe.player());
        table.row("hunt", Quoted.id(ripe.hunt()));
        table.row("fell due", Times.moment(ripe.moment()));
        ripe.reached().forEach(due -> table.row("because", because(due)));
        if (ripe.moves()) {
            table.row("because", newer(ripe));
        }
        table.row("brought by", occasion(ripe.occasion()));
        table.row("judged by", "version " + ripe.judging().version() + " of the hunt");
        return table;
    }

    private static String newer(Ripe ripe) {
        OptionalLong from = ripe.judging().definition().effectiveFrom();
        return "version %d of the hunt is in effect%s, and the player was on version %d"
                .formatted(
                        ripe.judging().version(),
                        from.isPresent() ? " since " + Times.moment(from.getAsLong()) : "",
                        ripe.on().version());
    }

    private static String occasion(Ripe.Occasion occasion) {
        String at = Times.moment(occasion.at());
        return occasion.record().isPresent()
                ? "record %s, at %s".formatted(occasion.record().get(), at)
                : "the end of the log, where every partition has come to " + at;
    }

    /** The effects; in a move each with what had run out for it. */
    static Table effects(Account.Announced announced) {
        Ripe ripe = announced.ripe();
        Table table = new Table();
        for (Effect effect : announced.result().effects()) {
            Optional<DueMoment> behind =
                    ripe.behind(effect).filter(due -> !ripe.reached().contains(due));
            table.row(EffectWords.of(effect), behind.map(RipeWords::because).orElse(""));
        }
        return table;
    }

    private static String because(DueMoment due) {
        String since = Times.moment(due.since());
        String ranOut =
                "%s ran out at %s"
                        .formatted(
                                Times.duration(due.moment() - due.since()),
                                Times.moment(due.moment()));
        return switch (due.cause()) {
            case UNLOCKS_AFTER ->
                    "clue %s: its requires held at %s, its unlocks-after of %s"
                            .formatted(Quoted.id(due.clue()), since, ranOut);
            case DEADLINE ->
                    "clue %s: it unlocked at %s, its deadline of %s"
                            .formatted(Quoted.id(due.clue()), since, ranOut);
            case TIME_LIMIT ->
                    "the player joined at %s, the time limit of %s".formatted(since, ranOut);
        };
    }
}
