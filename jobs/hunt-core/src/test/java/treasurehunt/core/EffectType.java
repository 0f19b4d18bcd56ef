package treasurehunt.core;

import treasurehunt.schemas.result.Effect;

import java.util.List;
import java.util.regex.Pattern;

/** The effects by the names that the rule book gives them. */
public enum EffectType {
    JOINED,
    CLUE_UNLOCKED,
    CLUE_SOLVED,
    ATTEMPT_USED,
    HINT_REVEALED,
    POINTS,
    COMPLETED,
    ABANDONED;

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
