package treasurehunt.auditor.rules;

import treasurehunt.schemas.result.Code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action is answered.
 *
 * @param more fields that not every answer has
 */
record Reply(Code code, List<Map<String, Object>> effects, Json more) {

    static Reply refused(Code code) {
        return new Reply(code, List.of(), Json.object());
    }

    static Reply of(Code code, Turn turn) {
        return new Reply(code, turn.effects(), Json.object());
    }

    Reply with(String name, Object value) {
        more.with(name, value);
        return this;
    }

    Reply with(String name, Optional<?> value) {
        more.with(name, value);
        return this;
    }

    Reply retryAfter(long millis) {
        return with("retry_after", millis);
    }
}
