package treasurehunt.core.judge;

import treasurehunt.core.hunt.Earth;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.LastFix;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

/** Takes in where players say they are, and notes who was faster than he can have been. */
final class Travel {
    private static final double MS_PER_SECOND = 1000;

    private Travel() {}

    /** The state with this fix as the last one. */
    static HuntState takeIn(Fix fix, Hunt hunt, HuntState state, Evolution evolution) {
        LastFix last = state.lastFix();
        if (last.known() && hunt.maxSpeed().isPresent()) {
            double speed = speed(last, fix, evolution.at());
            if (speed > hunt.maxSpeed().getAsDouble()) {
                evolution.add(new Effect.Flagged((long) speed));
            }
        }
        return state.with(LastFix.of(fix, evolution.at()));
    }

    /** The least m/s between two fixes, given how wrong both may be. */
    static double speed(LastFix last, Fix fix, long at) {
        double distance =
                Earth.distance(last.latitude(), last.longitude(), fix.latitude(), fix.longitude());
        double least = Math.max(0, distance - last.accuracy() - fix.accuracy());
        return least * MS_PER_SECOND / Math.max(1, at - last.at());
    }
}
