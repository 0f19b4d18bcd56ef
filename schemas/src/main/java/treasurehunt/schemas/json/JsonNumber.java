package treasurehunt.schemas.json;

import java.util.OptionalLong;

/** A JSON number as it was written; nothing of it is converted before somebody asks. */
public record JsonNumber(String text) {

    /** The value if it is written as digits only (with a sign or not) and fits a long. */
    public OptionalLong whole() {
        return WholeNumber.parse(text);
    }
}
