package treasurehunt.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads times as people write them: {@code 30s}, {@code 1h30m}. */
public final class TimeSpan implements ITypeConverter<Duration> {
    /** A week: whatever waits longer than that was not meant. */
    private static final Duration MOST = Duration.ofDays(7);

    @Override
    public Duration convert(String text) {
        try {
            Duration time = Duration.parse("PT" + text);
            if (time.compareTo(MOST) > 0) {
                throw new TypeConversionException(
                        "'" + text + "' is more than 168h, the longest time there is");
            }
            if (!time.isNegative() && !time.isZero()) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new TypeConversionException("'" + text + "' is no time such as 30s, 5m or 1h30m");
    }
}
