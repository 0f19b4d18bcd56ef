package treasurehunt.schemas.json;

import java.util.OptionalLong;

/** Whole numbers as every contract here writes them: digits, no fraction, no exponent. */
public final class WholeNumber {
    /** Any number of so many digits fits a long. */
    private static final int SAFE_DIGITS = 18;

    private WholeNumber() {}

    /** The value of {@code -?[0-9]{1,18}}, or nothing. */
    public static OptionalLong parse(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > SAFE_DIGITS) {
            return OptionalLong.empty();
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
