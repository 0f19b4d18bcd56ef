package treasurehunt.schemas.action;

import treasurehunt.schemas.json.JsonNumber;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The members of one object of an action, read by the contract's types.
 *
 * @param path of the object within the action: empty, or names that each end with a dot
 */
record Fields(String path, Map<String, Object> members) {
    private static final long LATEST_CLIENT_TIME = 1_000_000_000_000_000L;
    private static final long MOST_POINTS = 1_000_000_000;

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A text or an id: not empty. */
    String id(String name) throws BreachException {
        String text = text(name);
        if (text.isEmpty()) {
            throw breach(name, "empty");
        }
        return text;
    }

    String text(String name) throws BreachException {
        if (!(required(name) instanceof String text)) {
            throw breach(name, "not a string");
        }
        if (text.codePointCount(0, text.length()) > ActionCodec.LONGEST_TEXT) {
            throw breach(name, "longer than " + ActionCodec.LONGEST_TEXT + " code points");
        }
        return text;
    }

    String matching(String name, Pattern form, String inWords) throws BreachException {
        if (!(required(name) instanceof String text) || !form.matcher(text).matches()) {
            throw breach(name, "not " + inWords);
        }
        return text;
    }

    long clientTime(String name) throws BreachException {
        return whole(
                name,
                -LATEST_CLIENT_TIME,
                LATEST_CLIENT_TIME,
                "not whole milliseconds within ±10^15");
    }

    long points(String name) throws BreachException {
        return whole(name, -MOST_POINTS, MOST_POINTS, "not whole points within ±10^9");
    }

    long rank(String name) throws BreachException {
        return whole(name, 1, Long.MAX_VALUE, "not a whole number from 1 to 10^18 - 1");
    }

    private long whole(String name, long least, long most, String otherwise)
            throws BreachException {
        OptionalLong whole =
                required(name) instanceof JsonNumber number ? number.whole() : OptionalLong.empty();
        if (whole.isEmpty() || whole.getAsLong() < least || whole.getAsLong() > most) {
            throw breach(name, otherwise);
        }
        return whole.getAsLong();
    }

    Fix fix() throws BreachException {
        return new Fix(
                decimal("latitude", -90, 90, "not degrees within [-90, 90]"),
                decimal("longitude", -180, 180, "not degrees within [-180, 180]"),
                decimal("accuracy", 0, Double.MAX_VALUE, "not finite metres from 0"));
    }

    private double decimal(String name, double least, double most, String otherwise)
            throws BreachException {
        OptionalDouble decimal =
                required(name) instanceof JsonNumber number
                        ? number.decimal()
                        : OptionalDouble.empty();
        if (decimal.isEmpty() || decimal.getAsDouble() < least || decimal.getAsDouble() > most) {
            throw breach(name, otherwise);
        }
        // One zero only: an action sent again with -0.0 for 0 is the same action.
        return decimal.getAsDouble() + 0.0;
    }

    boolean yesOrNo(String name) throws BreachException {
        if (!(required(name) instanceof Boolean yes)) {
            throw breach(name, "neither true nor false");
        }
        return yes;
    }

    Outcome outcome(String name) throws BreachException {
        Object word = required(name);
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(word)) {
                return outcome;
            }
        }
        throw breach(name, "not one of GRANTED, SOLD_OUT, WAITING");
    }

    @SuppressWarnings("unchecked") // StrictJson's only maps
    Fields object(String name) throws BreachException {
        if (!(required(name) instanceof Map<?, ?> object)) {
            throw breach(name, "not an object");
        }
        return new Fields(path + name + ".", (Map<String, Object>) object);
    }

    private Object required(String name) throws BreachException {
        Object value = members.get(name);
        if (value == null) {
            throw breach(name, "missing");
        }
        return value;
    }

    private BreachException breach(String name, String what) {
        return new BreachException(path + name + ": " + what);
    }
}
