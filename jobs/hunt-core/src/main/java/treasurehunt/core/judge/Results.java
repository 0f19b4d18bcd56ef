package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.TOO_FAR;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import treasurehunt.core.Rules;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The result of an action, with all that it says beside what was decided. */
final class Results {
    /** Codes for which no hunt's version has judged. */
    private static final Set<Code> UNJUDGED = Set.of(UNKNOWN_HUNT, NOT_JOINED, ID_REUSED);

    private static final Set<Code> FAILED_ATTEMPTS = Set.of(WRONG, NEAR, TOO_FAR);

    private Results() {}

    static Result refused(Case it, Refusal refusal) {
        return result(
                it,
                refusal.code(),
                it.progress(),
                List.of(),
                refusal.text(),
                refusal.retryAfter(),
                refusal.replayOf());
    }

    static Result judged(Case it, Outcome outcome, Evolution evolution) {
        return result(
                it,
                outcome.code(),
                evolution.progress(),
                evolution.effects(),
                outcome.text(),
                outcome.retryAfter(),
                Optional.empty());
    }

    /** Where there is no progress, score and version are 0. */
    static Result without(Case it, Code code, List<Effect> effects) {
        return result(
                it,
                code,
                Progress.NONE,
                effects,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static Result result(
            Case it,
            Code code,
            Progress progress,
            List<Effect> effects,
            Optional<String> text,
            OptionalLong retryAfter,
            Optional<String> replayOf) {
        Action action = it.action().action();
        return new Result(
                it.action().id(),
                action.player(),
                action.hunt(),
                code,
                effects,
                progress.score(),
                progress.version(),
                it.at(),
                Rules.NUMBER,
                Optional.of(
                        new Result.Asked(
                                action.actionId(),
                                action.kind().name(),
                                action.kind().clue(),
                                action.member(),
                                action.clientTime(),
                                it.action().appendTime())),
                replayOf,
                retryAfter,
                FAILED_ATTEMPTS.contains(code) ? attemptsLeft(it, progress) : OptionalLong.empty(),
                text,
                UNJUDGED.contains(code) ? OptionalLong.empty() : huntVersion(it));
    }

    private static OptionalLong attemptsLeft(Case it, Progress progress) {
        Optional<Clue> clue = it.clue();
        if (clue.isEmpty() || clue.get().attempts().max().isEmpty()) {
            return OptionalLong.empty();
        }
        long used = progress.clue(clue.get().id()).attempts();
        return OptionalLong.of(Math.max(0, clue.get().attempts().max().getAsLong() - used));
    }

    private static OptionalLong huntVersion(Case it) {
        return it.found().isPresent() ? OptionalLong.of(it.hunt().version()) : OptionalLong.empty();
    }
}
