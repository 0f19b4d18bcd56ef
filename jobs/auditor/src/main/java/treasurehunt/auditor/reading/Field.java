package treasurehunt.auditor.reading;

import treasurehunt.schemas.json.JsonNumber;

import java.util.Optional;

/** The fields of the kinds, and what each may hold (rule book, section 4, Bounds). */
public enum Field {
    CLUE,
    TEXT,
    CODE,
    EVIDENCE,
    HINT,
    REASON,
    TREASURE,
    OUTCOME,
    ACCEPTED,
    LATITUDE,
    LONGITUDE,
    ACCURACY,
    POINTS,
    RANK;

    private static final int LONGEST_TEXT = 512;
    private static final long MOST_POINTS = 1_000_000_000;
    private static final long LAST_RANK = 999_999_999_999_999_999L;

    String word() {
        return switch (this) {
            case CLUE -> "clue";
            case TEXT -> "text";
            case CODE -> "code";
            case EVIDENCE -> "evidence";
            case HINT -> "hint";
            case REASON -> "reason";
            case TREASURE -> "treasure";
            case OUTCOME -> "outcome";
            case ACCEPTED -> "accepted";
            case LATITUDE -> "latitude";
            case LONGITUDE -> "longitude";
            case ACCURACY -> "accuracy";
            case POINTS -> "points";
            case RANK -> "rank";
        };
    }

    /** The value in JSON as decoded, or nothing where it is out of bounds. */
    Optional<Object> decoded(Object json) {
        return switch (this) {
            case CLUE, CODE, EVIDENCE, HINT, REASON, TREASURE -> text(json, 1).map(text -> text);
            case TEXT -> text(json, 0).map(text -> text);
            case OUTCOME -> text(json, 1).filter(Field::isOutcome).map(text -> text);
            case ACCEPTED -> json instanceof Boolean ? Optional.of(json) : Optional.empty();
            case LATITUDE -> decimal(json, -90, 90);
            case LONGITUDE -> decimal(json, -180, 180);
            case ACCURACY -> decimal(json, 0, Double.MAX_VALUE);
            case POINTS -> whole(json, -MOST_POINTS, MOST_POINTS).map(number -> number);
            case RANK -> whole(json, 1, LAST_RANK).map(number -> number);
        };
    }

    /** A text of so many code points, up to 512. */
    static Optional<String> text(Object json, int least) {
        if (!(json instanceof String text)) {
            return Optional.empty();
        }
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= LONGEST_TEXT ? Optional.of(text) : Optional.empty();
    }

    /** A whole number as JSON digits, without fraction or exponent. */
    static Optional<Long> whole(Object json, long least, long most) {
        if (!(json instanceof JsonNumber number) || !isDigits(number.text())) {
            return Optional.empty();
        }
        long value = Long.parseLong(number.text());
        return least <= value && value <= most ? Optional.of(value) : Optional.empty();
    }

    private static boolean isDigits(String number) {
        String digits = number.startsWith("-") ? number.substring(1) : number;
        return digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Object> decimal(Object json, double least, double most) {
        if (!(json instanceof JsonNumber number)) {
            return Optional.empty();
        }
        // Zero has one sign here: it is one number, however it is written.
        double value = Double.parseDouble(number.text()) + 0.0;
        return least <= value && value <= most ? Optional.of(value) : Optional.empty();
    }

    private static boolean isOutcome(String outcome) {
        return outcome.equals("GRANTED") || outcome.equals("SOLD_OUT") || outcome.equals("WAITING");
    }
}
