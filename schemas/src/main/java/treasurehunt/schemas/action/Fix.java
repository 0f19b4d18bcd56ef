package treasurehunt.schemas.action;

/**
 * Where a player says he is.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param accuracy metres by which it may be wrong, from 0
 */
public record Fix(double latitude, double longitude, double accuracy) {}
