package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.hunt.Proof;

import java.util.List;

/** Fixes of somebody who does not walk: in a place, at its very edge, anywhere. */
final class Fixes {
    private static final double METRES_PER_DEGREE = 111_195;

    private final Chance chance;

    Fixes(Chance chance) {
        this.chance = chance;
    }

    /**
     * A fix.
     *
     * @param inside whether it is to solve the clue
     */
    Fix at(Proof.Place place, boolean inside) {
        double share = chance.pick(inside ? List.of(0.0, 0.5, 0.99) : List.of(1.01, 2.0, 1000.0));
        double north = place.radius() * share / METRES_PER_DEGREE;
        double sign = place.latitude() > 0 ? -1 : 1;
        return new Fix(
                Math.max(-90, place.latitude() + sign * north),
                share == 0 && chance.likely(0.2) ? -place.longitude() : place.longitude(),
                chance.pick(
                        List.of(0.0, place.accuracy().orElse(8), place.accuracy().orElse(20) / 2)));
    }

    /** A fix in a place, but one that may be wrong by too much. */
    Fix shaky(Proof.Place place) {
        double worst = place.accuracy().orElse(1e300);
        double accuracy = chance.pick(List.of(Math.nextUp(worst), worst + 1, worst * 2 + 1));
        return new Fix(place.latitude(), place.longitude(), accuracy);
    }

    /** Anywhere on earth. */
    Fix anywhere() {
        return new Fix(
                chance.pick(List.of(90.0, -90.0, 0.0, chance.between(-90.0, 90.0))),
                chance.pick(List.of(180.0, -180.0, 0.0, chance.between(-180.0, 180.0))),
                chance.pick(List.of(0.0, 1e9, chance.between(0.0, 50.0))));
    }
}
