package treasurehunt.core.hunt;

/** Distances on a sphere. */
public final class Earth {
    /** Metres: the mean radius (2a + b) / 3 of the ellipsoid GRS 80, by the IUGG. */
    private static final double RADIUS = 6_371_008.8;

    private Earth() {}

    /**
     * Metres between two places given in degrees, by the haversine formula (R. W. Sinnott, Virtues
     * of the Haversine, Sky and Telescope 68, 1984).
     */
    public static double distance(
            double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double half = halfChord(otherLatitude - latitude);
        double across = halfChord(otherLongitude - longitude);
        double h =
                half * half
                        + StrictMath.cos(StrictMath.toRadians(latitude))
                                * StrictMath.cos(StrictMath.toRadians(otherLatitude))
                                * across
                                * across;
        return 2 * RADIUS * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
    }

    private static double halfChord(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees) / 2);
    }
}
