package treasurehunt.core;

import treasurehunt.schemas.result.Effect;

import java.util.List;
import java.util.regex.Pattern;

/** The effects by the names that the rule book gives them. */
public enum EffectType {
    JOINED,
    MOVED,
    CLUE_UNLOCKED,
    CLUE_PENDING,
    CLUE_SOLVED,
    CLUE_EXPIRED,
    ATTEMPT_USED,
    ATTEMPTS_RESET,
    SUBMITTED,
    REVIEW_REJECTED,
    HINT_REVEALED,
    POINTS,
    CLAIMED,
    SOLD_OUT,
    WAITING,
    RELEASED,
    GRANTED,
    FLAGGED,
    COMPLETED,
    TIME_UP,
    ABANDONED,
    DISQUALIFIED,
    REINSTATED,
    FORGOTTEN;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    static EffectType of(Class<?> effect) {
        String words = BETWEEN_WORDS.matcher(effect.getSimpleName()).replaceAll("_");
        for (EffectType type : values()) {
            if (type.name().equalsIgnoreCase(words)) {
                return type;
            }
        }
        throw new AssertionError("an effect that no test names: " + effect);
    }

    static List<EffectType> of(List<Effect> effects) {
        return effects.stream().map(effect -> of(effect.getClass())).toList();
    }
}
