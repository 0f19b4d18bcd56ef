package treasurehunt.cli.demo.crowd;

import java.util.random.RandomGenerator;

/** How somebody plays. */
enum Temper {
    CLEVER(25, 0.65, 0.05, 0.04),
    STEADY(24, 0.35, 0.12, 0.08),
    /** Lives on hints. */
    PUZZLED(15, 0.15, 0.35, 0.12),
    /** Hammers guesses in until told to wait. */
    IMPATIENT(10, 0.30, 0.05, 0.10),
    /** Cannot leave a riddle with limited attempts before they are used up. */
    STUBBORN(12, 0.40, 0.05, 0.10),
    /** Loses interest soon. */
    FICKLE(8, 0.30, 0.15, 0.05),
    /** Has bought the answers, and invents his positions. */
    CHEATING(6, 0.95, 0, 0);

    private static final int SHARES = 100;

    private final int share;

    /** How likely the next thing said is right. */
    final double skill;

    /** How likely he asks for a hint instead. */
    final double hints;

    /** How likely he says again what was wrong before. */
    final double repeats;

    Temper(int share, double skill, double hints, double repeats) {
        this.share = share;
        this.skill = skill;
        this.hints = hints;
        this.repeats = repeats;
    }

    /** Somebody's temper, each as often as it is among people. */
    static Temper any(RandomGenerator random) {
        int lot = random.nextInt(SHARES);
        for (Temper temper : values()) {
            lot -= temper.share;
            if (lot < 0) {
                return temper;
            }
        }
        throw new IllegalStateException("the shares do not add up to " + SHARES);
    }
}
