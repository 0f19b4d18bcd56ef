package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Field;
import treasurehunt.schemas.result.Code;

import java.util.Optional;

/** What a replay tells again, as it stands now. */
final class Replays {
    private Replays() {}

    static void tellAgain(Reply reply, Progress progress, Clue clue, Action action) {
        Code code = reply.code();
        if (code == Code.NEAR) {
            reply.with("text", Attempts.near(clue, action));
        }
        if (code == Code.NEAR || code == Code.WRONG || code == Code.TOO_FAR) {
            Attempts.left(progress, clue).ifPresent(left -> reply.with("attempts_left", left));
        }
        if (code == Code.HINT_GIVEN) {
            reply.with(
                    "text",
                    Optional.ofNullable(clue.hints().get(action.text(Field.HINT)))
                            .map(Clue.Hint::text));
        }
    }
}
