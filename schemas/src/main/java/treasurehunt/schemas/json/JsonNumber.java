package treasurehunt.schemas.json;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A JSON number as it was written; nothing of it is converted before somebody asks. */
public record JsonNumber(String text) {

    /** The value if it is written as digits only (with a sign or not) and fits a long. */
    public OptionalLong whole() {
        return WholeNumber.parse(text);
    }

    /** The nearest double, if that is finite. */
    public OptionalDouble decimal() {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
