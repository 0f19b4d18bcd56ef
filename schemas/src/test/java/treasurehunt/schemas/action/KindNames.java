package treasurehunt.schemas.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of all kinds there are, as the classes say them. */
public final class KindNames {
    public static final List<String> ALL = of(Kind.class);

    private KindNames() {}

    /** The names of the kinds that a class stands for. */
    public static List<String> of(Class<? extends Kind> kinds) {
        return classes(kinds).map(KindNames::snakeCase).toList();
    }

    private static Stream<Class<?>> classes(Class<?> kinds) {
        return kinds.isSealed()
                ? Arrays.stream(kinds.getPermittedSubclasses()).flatMap(KindNames::classes)
                : Stream.of(kinds);
    }

    private static String snakeCase(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
