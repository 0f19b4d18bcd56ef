package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Secrets;
import treasurehunt.schemas.json.JsonNumber;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds secrets in what stands where the rules give something else. */
final class Leaks {
    /** Shorter ones are found only where they stand alone: many words hold {@code no}. */
    private static final int SHORTEST_WITHIN = 4;

    private final Secrets secrets;

    Leaks(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whether a value holds a secret. */
    boolean in(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(field -> in(field.getKey()) || in(field.getKey(), field.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(this::in);
        }
        if (value instanceof JsonNumber number) {
            // Coordinates; whole numbers stand everywhere.
            return number.text().contains(".") && inText(asCoordinate(number));
        }
        return value instanceof String text && inText(text);
    }

    /** Whether a field's value does; ids and titles are none where ids and titles stand. */
    boolean in(Object name, Object value) {
        boolean open = value instanceof String && secrets.open().contains(value);
        return !(open && isOfContract(name)) && in(value);
    }

    private static boolean isOfContract(Object name) {
        return switch (name.toString()) {
            case "clue", "hint", "treasure", "title", "hunt", "player", "type", "reason" -> true;
            default -> false;
        };
    }

    private static String asCoordinate(JsonNumber number) {
        return Double.toString(Double.parseDouble(number.text()));
    }

    private boolean inText(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return secrets.sealed().stream()
                .map(secret -> secret.toLowerCase(Locale.ROOT))
                .anyMatch(
                        secret ->
                                small.equals(secret)
                                        || (secret.length() >= SHORTEST_WITHIN
                                                && small.contains(secret)));
    }
}
