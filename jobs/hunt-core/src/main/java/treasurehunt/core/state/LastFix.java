package treasurehunt.core.state;

import treasurehunt.schemas.action.Fix;

/**
 * Where a player was last, by his own word.
 *
 * @param known whether he has ever said so
 * @param latitude degrees
 * @param longitude degrees
 * @param accuracy metres
 * @param at ms UTC
 */
public record LastFix(boolean known, double latitude, double longitude, double accuracy, long at) {
    static final LastFix NONE = new LastFix(false, 0, 0, 0, 0);

    public static LastFix of(Fix fix, long at) {
        return new LastFix(true, fix.latitude(), fix.longitude(), fix.accuracy(), at);
    }
}
