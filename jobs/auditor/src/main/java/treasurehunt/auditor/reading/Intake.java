package treasurehunt.auditor.reading;

import treasurehunt.schemas.action.Reason;

import java.util.Optional;

/** What a record turns out to be. */
public sealed interface Intake {
    /** Makes time pass, and is answered by nothing. */
    record Tick() implements Intake {}

    record Asked(Action action) implements Intake {}

    /**
     * It cannot be judged.
     *
     * @param actionId where it could be read, like the player
     * @param value what a dead letter tells of it
     */
    record Refused(Reason reason, Optional<String> actionId, Optional<String> player, Value value)
            implements Intake {

        /** It can be read, and yet no result can answer it. */
        public static Refused defect(Action action) {
            return new Refused(
                    Reason.DEFECT,
                    Optional.of(action.id()),
                    Optional.of(action.player()),
                    new Value.Unknown());
        }
    }

    /** The value of a refused record. */
    sealed interface Value {
        /** The record has none. */
        record None() implements Value {}

        /** The first 4 KiB, in base64. */
        record Known(String base64) implements Value {}

        /** The log does not tell the bytes of a readable action. */
        record Unknown() implements Value {}
    }
}
