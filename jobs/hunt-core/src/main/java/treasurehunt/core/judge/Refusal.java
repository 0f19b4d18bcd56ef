package treasurehunt.core.judge;

import treasurehunt.schemas.result.Code;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer of a check that fails.
 *
 * @param retryAfter ms
 * @param text of a near miss or hint that is told again
 * @param replayOf id of the result that is repeated
 */
record Refusal(
        Code code, OptionalLong retryAfter, Optional<String> text, Optional<String> replayOf) {

    static Optional<Refusal> of(Code code) {
        return Optional.of(
                new Refusal(code, OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }

    static Optional<Refusal> until(Code code, long retryAfter) {
        return Optional.of(
                new Refusal(code, OptionalLong.of(retryAfter), Optional.empty(), Optional.empty()));
    }

    static Optional<Refusal> telling(Code code, Optional<String> text) {
        return Optional.of(new Refusal(code, OptionalLong.empty(), text, Optional.empty()));
    }

    static Optional<Refusal> replay(Code code, Optional<String> text, String of) {
        return Optional.of(new Refusal(code, OptionalLong.empty(), text, Optional.of(of)));
    }
}
