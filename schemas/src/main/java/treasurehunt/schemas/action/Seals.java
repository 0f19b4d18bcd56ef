package treasurehunt.schemas.action;

import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

/** Says which records are sealed. */
@FunctionalInterface
public interface Seals {
    /** Whether the record has a valid seal of a role. */
    boolean isValid(Role role, RawRecord record);

    /** By keys: operators seal what they correct, the treasury its verdicts. */
    static Seals under(Keys operators, Keys treasury) {
        return (role, record) ->
                switch (role) {
                    case OPERATORS -> isUnder(operators, record);
                    case TREASURY -> isUnder(treasury, record);
                    // Who publishes hunts has no say in actions.
                    case HUNTS -> false;
                };
    }

    private static boolean isUnder(Keys keys, RawRecord record) {
        return ActionSeal.isValid(record.seal(), keys, record.key(), record.value());
    }

    /** Of recorded logs: a seal that is told at all was held to be valid by who recorded it. */
    static Seals asRecorded() {
        return (role, record) -> record.seal() != null;
    }

    /** Where nobody has keys. */
    static Seals none() {
        return (role, record) -> false;
    }
}
