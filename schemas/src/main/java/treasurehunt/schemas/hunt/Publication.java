package treasurehunt.schemas.hunt;

/** What a record of the topic {@code hunts} says. */
public sealed interface Publication {

    /** A version of a hunt, published. */
    record Version(Hunt hunt) implements Publication {}

    /** A version that counts for nobody any more. */
    record Voided(String hunt, int version) implements Publication {}
}
