package treasurehunt.cli.conversation;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.schemas.action.Fix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place on the earth as maps show it: {@code 54.3505,18.6571}, in degrees. */
public record Coordinates(double latitude, double longitude) {
    private static final Pattern FORM =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,20})?), ?(-?\\d{1,3}(?:\\.\\d{1,20})?)");

    /** The place as a phone reports it, that may be wrong by so many metres. */
    public Fix within(double accuracy) {
        return new Fix(latitude, longitude, accuracy);
    }

    /** Reads them, and refuses what is not on the earth. */
    public static final class Converter implements ITypeConverter<Coordinates> {
        @Override
        public Coordinates convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        text + " is no LATITUDE,LONGITUDE in degrees, such as 54.3505,18.6571");
            }
            return new Coordinates(
                    within(matcher.group(1), 90, "latitude"),
                    within(matcher.group(2), 180, "longitude"));
        }

        private static double within(String number, int most, String what) {
            double degrees = Double.parseDouble(number);
            if (Math.abs(degrees) > most) {
                throw new TypeConversionException(
                        "%s is no %s: it is from -%d to %d".formatted(number, what, most, most));
            }
            return degrees;
        }
    }

    /** Reads metres from 0. */
    public static final class Metres implements ITypeConverter<Double> {
        private static final Pattern METRES = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");

        @Override
        public Double convert(String text) {
            if (!METRES.matcher(text).matches()) {
                throw new TypeConversionException(text + " is no number of metres, such as 12.5");
            }
            return Double.parseDouble(text);
        }
    }
}
