package treasurehunt.cli.log;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.schemas.json.WholeNumber;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wants to have explained, by its id. */
sealed interface Sought {
    Pattern PLACE = Pattern.compile("([0-9]+):([0-9]+)");

    /** A player's name may hold colons, a hunt's id does not. */
    Pattern MOMENT = Pattern.compile("([!-~]+):([a-z0-9-]+):([0-9]+)");

    /** The id as results and dead letters have it. */
    String id();

    /** A record at its place in the log. */
    record Place(int partition, long offset) implements Sought {
        @Override
        public String id() {
            return partition + ":" + offset;
        }
    }

    /**
     * What fell due for a player in a hunt.
     *
     * @param at ms UTC
     */
    record Moment(String player, String hunt, long at) implements Sought {
        @Override
        public String id() {
            return player + ":" + hunt + ":" + at;
        }
    }

    /** Reads it as it is typed. */
    final class Converter implements ITypeConverter<Sought> {
        @Override
        public Sought convert(String text) {
            return parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            text
                                                    + " is neither PARTITION:OFFSET nor PLAYER:HUNT:MS"));
        }
    }

    /** What an id stands for; nothing if the text is none. */
    static Optional<Sought> parse(String text) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            OptionalLong partition = WholeNumber.parse(place.group(1));
            OptionalLong offset = WholeNumber.parse(place.group(2));
            return partition.isPresent()
                            && partition.getAsLong() <= Integer.MAX_VALUE
                            && offset.isPresent()
                    ? Optional.of(new Place((int) partition.getAsLong(), offset.getAsLong()))
                    : Optional.empty();
        }
        Matcher moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            return Optional.empty();
        }
        OptionalLong at = WholeNumber.parse(moment.group(3));
        return at.isPresent()
                ? Optional.of(new Moment(moment.group(1), moment.group(2), at.getAsLong()))
                : Optional.empty();
    }
}
