package treasurehunt.cli.log.explain;

import treasurehunt.cli.words.Quoted;
import treasurehunt.cli.words.Table;
import treasurehunt.cli.words.Times;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where a player stands in a hunt, for people: what nothing has happened to is left out. */
final class StandingWords {
    private static final double TOKEN = 1000;

    private StandingWords() {}

    /**
     * One row a fact.
     *
     * @param at ms UTC of what is told after it
     */
    static Table of(HuntState state, long at) {
        Progress progress = state.progress();
        Table table = new Table();
        table.row("joined", Times.moment(progress.joinedAt()));
        table.row("score", progress.score() + scoreTime(progress));
        table.row("progress", "version " + progress.version());
        table.row("hunt", "version " + progress.huntVersion() + moveTime(progress));
        for (String clue : clues(state)) {
            table.row("clue " + Quoted.id(clue), clue(clue, state, at));
        }
        progress.claims()
                .forEach(
                        claim ->
                                table.row(
                                        "treasure " + Quoted.id(claim.treasure()),
                                        claim.standing().name()));
        List<String> flags = flags(progress);
        if (!flags.isEmpty()) {
            table.row("flags", String.join(", ", flags));
        }
        table.row(
                "tokens",
                "%s, as of %s"
                        .formatted(
                                state.bucket().thousandths() / TOKEN,
                                Times.moment(state.bucket().at())));
        besides(state, table);
        return table;
    }

    /** What outlived it when the player was forgotten. */
    static Table remains(Head head, String hunt) {
        Table table = new Table();
        if (head.floor() > 0) {
            table.row("forgotten", "the versions of progress count on from " + head.floor());
        }
        if (head.excluded().contains(hunt)) {
            table.row("excluded", "disqualified here before being forgotten");
        }
        for (String treasure : claimed(head, hunt)) {
            table.row("treasure " + Quoted.id(treasure), "claimed before being forgotten");
        }
        return table;
    }

    /** The treasures of a hunt that are never claimed again. */
    static List<String> claimed(Head head, String hunt) {
        String prefix = Head.claimKey(hunt, "");
        return head.claimed().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static void besides(HuntState state, Table table) {
        if (state.lastFix().known()) {
            table.row(
                    "last seen",
                    KindWords.fix(
                                    state.lastFix().latitude(),
                                    state.lastFix().longitude(),
                                    state.lastFix().accuracy())
                            + ", at "
                            + Times.moment(state.lastFix().at()));
        }
        if (state.board().frozen()) {
            table.row(
                    "board",
                    "stands still at %d, reached %s"
                            .formatted(
                                    state.board().score(), Times.moment(state.board().scoreAt())));
        }
        if (state.failedAt() >= 0) {
            table.row(
                    "defect",
                    "the rules failed at %s: what was due by then never comes"
                            .formatted(Times.moment(state.failedAt())));
        }
    }

    private static String scoreTime(Progress progress) {
        return progress.scoreAt() > progress.joinedAt()
                ? ", since " + Times.moment(progress.scoreAt())
                : "";
    }

    private static String moveTime(Progress progress) {
        return progress.movedAt() > progress.joinedAt()
                ? ", since " + Times.moment(progress.movedAt())
                : "";
    }

    /** The clues of which anything is known. */
    static SortedSet<String> clues(HuntState state) {
        SortedSet<String> clues = new TreeSet<>(state.progress().clues().keySet());
        clues.addAll(state.tried().keySet());
        clues.addAll(state.waits().keySet());
        return clues;
    }

    private static String clue(String id, HuntState state, long at) {
        ClueState clue = state.progress().clue(id);
        List<String> parts = new ArrayList<>();
        parts.add(clue.status() + (clue.since() > 0 ? " since " + Times.moment(clue.since()) : ""));
        if (clue.attempts() > 0) {
            parts.add("attempts used: " + clue.attempts());
        }
        if (!clue.hints().isEmpty()) {
            parts.add(
                    "hints given: "
                            + String.join(
                                    ", ", clue.hints().stream().sorted().map(Quoted::id).toList()));
        }
        if (state.waitsUntil(id) > 0) {
            String word = at < state.waitsUntil(id) ? "waits until " : "waited until ";
            parts.add(word + Times.moment(state.waitsUntil(id)));
        }
        if (state.hasTried(id)) {
            parts.add("given in vain: " + state.tried().get(id).digests().size());
        }
        return String.join("; ", parts);
    }

    private static List<String> flags(Progress progress) {
        List<String> flags = new ArrayList<>();
        if (progress.completed()) {
            flags.add("completed");
        }
        if (progress.abandoned()) {
            flags.add("abandoned");
        }
        if (progress.timedUp()) {
            flags.add("time up");
        }
        if (progress.disqualified()) {
            flags.add("disqualified");
        }
        return flags;
    }
}
