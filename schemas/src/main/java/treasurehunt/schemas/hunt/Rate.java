package treasurehunt.schemas.hunt;

/**
 * The token bucket of one player in one hunt.
 *
 * @param burst tokens it holds
 * @param perSecond tokens it regains in a second
 */
public record Rate(long burst, long perSecond) {
    public static final Rate DEFAULT = new Rate(30, 5);
}
