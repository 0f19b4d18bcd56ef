package treasurehunt.core.judge;

import treasurehunt.schemas.result.Code;

import java.util.Optional;

/**
 * What came of an action that no check refused, beside its effects.
 *
 * @param text of a near miss or a hint
 * @param tried the compared form of a wrong text or code, to be remembered
 */
record Outcome(Code code, Optional<String> text, Optional<String> tried) {

    static Outcome of(Code code) {
        return new Outcome(code, Optional.empty(), Optional.empty());
    }

    static Outcome telling(Code code, String text) {
        return new Outcome(code, Optional.of(text), Optional.empty());
    }
}
