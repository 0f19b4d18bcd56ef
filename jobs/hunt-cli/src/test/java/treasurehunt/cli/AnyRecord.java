package treasurehunt.cli;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.result.Effect;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Records whose components are anything at all. */
public final class AnyRecord {
    private AnyRecord() {}

    /** One of that type, with this text wherever it has one. */
    public static Object of(Class<?> type, String text) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components)
                        .map(RecordComponent::getType)
                        .<Class<?>>toArray(Class[]::new);
        Object[] values = Arrays.stream(types).map(component -> any(component, text)).toArray();
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object any(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Optional.class) {
            return Optional.empty();
        } else if (type == OptionalLong.class) {
            return OptionalLong.of(1);
        } else if (type == Fix.class) {
            return new Fix(1, 2, 3);
        } else if (type == Outcome.class) {
            return Outcome.GRANTED;
        }
        return Effect.Cause.adjustment();
    }
}
