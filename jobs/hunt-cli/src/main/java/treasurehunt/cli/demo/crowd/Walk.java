package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.hunt.Proof;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Where somebody is who goes through a city, and what his phone makes of it. */
final class Walk {
    /** Of the mean radius that the rules reckon with. */
    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);

    /** They meet not far from the first place. */
    private static final double FARTHEST_START = 60;

    /** The demo is short: they run or cycle, and none as fast as the rules would flag. */
    private static final double SLOWEST = 3;

    private static final double FASTEST = 7;

    private static final double BEST_FIX = 4;
    private static final double USUAL_FIX = 25;
    private static final double WORST_FIX = 150;
    private static final double BETWEEN_WALLS = 0.08;

    private final RandomGenerator random;
    private final double speed;
    private double latitude;
    private double longitude;
    private long since;

    /** A walk that begins near a place. */
    Walk(Proof.Place start, long now, RandomGenerator random) {
        this.random = random;
        speed = random.nextDouble(SLOWEST, FASTEST);
        latitude = start.latitude();
        longitude = start.longitude();
        since = now;
        move(random.nextDouble(FARTHEST_START), random.nextDouble(2 * Math.PI));
    }

    /** Goes on towards a place until now; whether he is there. */
    boolean towards(Proof.Place place, long now) {
        double north = (place.latitude() - latitude) * METRES_PER_DEGREE;
        double east = (place.longitude() - longitude) * metresPerDegreeOfLongitude();
        double distance = Math.hypot(north, east);
        double reach = speed * (now - since) / TimeUnit.SECONDS.toNanos(1);
        since = now;
        if (reach >= distance) {
            isAt(place);
            return true;
        }
        move(reach, Math.atan2(east, north));
        return false;
    }

    /** As only somebody can who invents his positions. */
    void isAt(Proof.Place place) {
        latitude = place.latitude();
        longitude = place.longitude();
    }

    /** Where his phone thinks that he is, after standing there until now. */
    Fix fix(long now) {
        since = now;
        double accuracy =
                random.nextDouble() < BETWEEN_WALLS
                        ? random.nextDouble(USUAL_FIX, WORST_FIX)
                        : random.nextDouble(BEST_FIX, USUAL_FIX);
        double trueLatitude = latitude;
        double trueLongitude = longitude;
        move(random.nextDouble(accuracy), random.nextDouble(2 * Math.PI));
        Fix fix = new Fix(latitude, longitude, Math.ceil(accuracy));
        latitude = trueLatitude;
        longitude = trueLongitude;
        return fix;
    }

    private void move(double metres, double direction) {
        latitude += metres * Math.cos(direction) / METRES_PER_DEGREE;
        latitude = Math.max(-90, Math.min(90, latitude));
        longitude += metres * Math.sin(direction) / metresPerDegreeOfLongitude();
        longitude = Math.max(-180, Math.min(180, longitude));
    }

    private double metresPerDegreeOfLongitude() {
        return METRES_PER_DEGREE * Math.max(1e-6, Math.cos(Math.toRadians(latitude)));
    }
}
