package treasurehunt.schemas.hunt;

/** What a record of {@code hunts} says. */
public sealed interface Publication {
    /** The hunt's id. */
    String hunt();

    int version();

    /** There is this version of a hunt. */
    record Published(Hunt definition) implements Publication {
        @Override
        public String hunt() {
            return definition.id();
        }

        @Override
        public int version() {
            return definition.version();
        }
    }

    /** A version counts for nobody. */
    record Voided(String hunt, int version) implements Publication {}
}
