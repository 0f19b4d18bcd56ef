package treasurehunt.auditor.reading;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 1h30m}: the largest unit first, each at most once. */
final class Durations {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m(?!s))?"
                            + "(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1000, 1};

    private Durations() {}

    /** Its length in ms, at least 1. */
    static OptionalLong millis(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long millis = 0;
        for (int unit = 0; unit < MILLIS.length; unit++) {
            String count = parts.group(unit + 1);
            millis += count == null ? 0 : Long.parseLong(count) * MILLIS[unit];
        }
        return millis > 0 ? OptionalLong.of(millis) : OptionalLong.empty();
    }
}
