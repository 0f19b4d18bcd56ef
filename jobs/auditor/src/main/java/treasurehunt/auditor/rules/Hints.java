package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Field;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.PointsReason;

/** What asking for a hint is answered, once check 9 has passed. */
final class Hints {
    private Hints() {}

    static Reply judge(Turn turn, Action action, Clue clue) {
        String id = action.text(Field.HINT);
        Clue.Hint hint = clue.hints().get(id);
        Progress progress = turn.progress();
        ClueState state = progress.of(clue);
        if (hint == null) {
            return Reply.refused(Code.UNKNOWN_HINT);
        }
        if (state.hasHint(id)) {
            return Reply.refused(Code.HINT_GIVEN).with("text", hint.text());
        }
        long cost = state.solved ? 0 : hint.cost();
        if (!state.solved) {
            long from = state.unlockedAt.orElseThrow() + hint.after();
            if (turn.at() < from) {
                return Reply.refused(Code.HINT_LOCKED).retryAfter(from - turn.at());
            }
            if (progress.hunt.blocksHintsBelowZero() && cost > 0 && progress.score < cost) {
                return Reply.refused(Code.INSUFFICIENT_POINTS);
            }
        }
        progress.change(clue).reveal(id);
        turn.add(
                Json.effect("HINT_REVEALED")
                        .with("clue", clue.id())
                        .with("hint", id)
                        .with("text", hint.text()),
                clue);
        turn.points(
                -cost, PointsReason.HINT, Json.object().with("clue", clue.id()).with("hint", id));
        turn.settle();
        return Reply.of(Code.HINT_GIVEN, turn).with("text", hint.text());
    }
}
