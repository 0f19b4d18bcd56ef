package treasurehunt.schemas.hunt;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as authors write them: {@code 1h30m}, whole numbers with d, h, m, s, ms, each at most
 * once.
 */
final class Durations {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m(?!s))?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final long[] UNITS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final long LONGEST = 999_999_999 * UNITS[0];
    private static final String[] NAMES = {"d", "h", "m", "s", "ms"};

    private Durations() {}

    /** The duration in ms, at least 1 and at most 999,999,999 days; nothing if the text is none. */
    static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long ms = 0;
        for (int i = 0; i < UNITS.length; i++) {
            String amount = matcher.group(i + 1);
            if (amount != null) {
                ms += Long.parseLong(amount) * UNITS[i];
            }
        }
        return ms == 0 || ms > LONGEST ? OptionalLong.empty() : OptionalLong.of(ms);
    }

    /** The shortest text for a duration in ms. */
    static String format(long ms) {
        StringBuilder text = new StringBuilder();
        long rest = ms;
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= UNITS[i]) {
                text.append(rest / UNITS[i]).append(NAMES[i]);
                rest %= UNITS[i];
            }
        }
        return text.toString();
    }
}
