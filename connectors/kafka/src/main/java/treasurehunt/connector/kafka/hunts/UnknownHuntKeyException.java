package treasurehunt.connector.kafka.hunts;

import treasurehunt.schemas.seal.UnknownKeyException;

/**
 * A record of {@code hunts} is sealed under a key that is not there. To pass it over would be to
 * decide otherwise than all who have the key.
 */
public final class UnknownHuntKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownHuntKeyException(long offset, UnknownKeyException cause) {
        super(
                "The record at offset "
                        + offset
                        + " of the hunts topic "
                        + cause.getMessage()
                        + ". Put the key's line into the file of hunts' keys, as the publisher has it.",
                cause);
    }
}
