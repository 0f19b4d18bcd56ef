package treasurehunt.auditor.rules;

/**
 * Where a player was.
 *
 * @param accuracy metres
 * @param at ms UTC
 */
record Fix(double latitude, double longitude, double accuracy, long at) {
    private static final double EARTH_RADIUS = 6_371_008.8;

    /** Metres to a place. */
    double distanceTo(double otherLatitude, double otherLongitude) {
        double north = StrictMath.sin(StrictMath.toRadians(otherLatitude - latitude) / 2);
        double east = StrictMath.sin(StrictMath.toRadians(otherLongitude - longitude) / 2);
        double scale =
                StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(otherLatitude));
        double h = north * north + scale * east * east;
        return 2 * EARTH_RADIUS * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(h)));
    }

    /** The least speed, in m/s, at which one can have come here from an earlier fix. */
    double speedFrom(Fix earlier) {
        double metres = earlier.distanceTo(latitude, longitude) - earlier.accuracy() - accuracy;
        return Math.max(0, metres) * 1000 / Math.max(1, at - earlier.at());
    }
}
