package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.hunt.Proof;

/** Where a player walks: on foot, with a telephone that is never quite sure. */
final class Whereabouts {
    private static final double METRES_PER_DEGREE = 111_195;

    private double latitude;
    private double longitude;
    private long at;

    /** Sets out some hundred metres from a place. */
    Whereabouts(Proof.Place near, long now, Chance chance) {
        latitude = near.latitude() + chance.between(-300, 300) / METRES_PER_DEGREE;
        longitude = near.longitude() + chance.between(-300, 300) / metresPerDegree(near.latitude());
        at = now;
    }

    /** Walks towards a place until now; whether he has come there. */
    boolean walk(Proof.Place to, long now, Chance chance) {
        double north = (to.latitude() - latitude) * METRES_PER_DEGREE;
        double east = (to.longitude() - longitude) * metresPerDegree(latitude);
        double away = StrictMath.sqrt(north * north + east * east);
        double reach = Math.max(0, now - at) / 1000.0 * chance.between(1.2, 2.4);
        double share = away <= reach ? 1 : reach / away;
        latitude += north * share / METRES_PER_DEGREE;
        longitude += east * share / metresPerDegree(latitude);
        at = now;
        return away - reach < to.radius() / 2;
    }

    /** What the telephone says. */
    Fix fix(double accuracy, Chance chance) {
        double off = accuracy / 2;
        return new Fix(
                rounded(latitude + chance.between(-off, off) / METRES_PER_DEGREE),
                rounded(longitude + chance.between(-off, off) / metresPerDegree(latitude)),
                StrictMath.rint(accuracy * 10) / 10);
    }

    /** Far away, all at once. */
    Fix elsewhere(Chance chance) {
        return new Fix(
                rounded(Math.min(89, latitude + chance.between(0.1, 0.5))),
                rounded(longitude),
                rounded(chance.between(3.0, 30.0)));
    }

    private static double metresPerDegree(double latitude) {
        return METRES_PER_DEGREE * Math.max(0.01, StrictMath.cos(StrictMath.toRadians(latitude)));
    }

    /** As telephones send it: to a hundredth of a metre or so. */
    private static double rounded(double degrees) {
        return StrictMath.rint(degrees * 10_000_000) / 10_000_000;
    }
}
