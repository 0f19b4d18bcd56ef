package treasurehunt.core.judge;

import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.result.Code;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of an action that no check refused, beside its effects.
 *
 * @param text of a near miss or a hint
 * @param retryAfter ms
 * @param besides what is kept of the player beside his progress
 */
record Outcome(Code code, Optional<String> text, OptionalLong retryAfter, HuntState besides) {

    static Outcome of(Code code, HuntState besides) {
        return new Outcome(code, Optional.empty(), OptionalLong.empty(), besides);
    }
}
