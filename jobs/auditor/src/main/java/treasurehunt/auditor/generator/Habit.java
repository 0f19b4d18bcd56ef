package treasurehunt.auditor.generator;

/** What players, operators and brokers do, and how often: as shares, from 0 to 1. */
enum Habit {
    JOINS_BEFORE_ANYTHING_ELSE(0.98, 0.9),
    /** Of a player at his seat: he goes, and another one comes. */
    LEAVES(0.04, 0.04),
    LEAVES_WITH_NOTHING_TO_DO(1, 0.4),
    GOES_ON_WITH_WHAT_HE_HAS_BEGUN(0.8, 0.6),
    JOINS_ALL_THERE_ARE(0, 0.01),
    /** Takes any hunt, be there something to do for him or not. */
    TAKES_ANY(0, 0.2),

    BLUNDERS(0.05, 0.06),
    GIVES_UP(0.0005, 0.003),
    /** Any kind that names a clue, on a clue in any standing. */
    PROBES(0, 0.2),
    /** Does something at the very ms at which something changes for him. */
    IS_EXACT(0, 0.06),
    HAMMERS(0.001, 0.002),
    SENDS_AGAIN(0.025, 0.04),
    /** Of what is sent again. */
    SENDS_AGAIN_BY_ANOTHER(0, 0.3),
    SENDS_AGAIN_MUCH_LATER(0, 0.02),
    REUSES_AN_ID(0.0005, 0.005),
    NAMES_NO_HUNT(0.001, 0.003),

    TAKES_A_HINT(0.06, 0.1),
    STAYS_WITH_THE_CLUE(0.85, 0.7),
    TAKES_THE_FIRST_CLUE(0.6, 0.4),
    MINDS_A_WAIT(0.8, 0.6),
    GIVES_A_RIGHT_TEXT(0.4, 0.4),
    GIVES_A_RIGHT_CODE(0.75, 0.5),
    /** Of what is right, and no longer is, mostly. */
    SPELLS_IT_STRANGELY(0, 0.2),
    /** One wrong text after the other for one clue, then the first ones again. */
    GUESSES_ON_AND_ON(0, 0.002),
    GIVES_A_WRONG_TEXT_AGAIN(0.08, 0.1),
    GIVES_A_NEAR_MISS_IF_NOT_RIGHT(0.15, 0.25),
    WALKS(1, 0),
    ARRIVES_TOO_SOON(0.06, 0.06),
    IS_SHAKY(0.12, 0.12),
    SAYS_TO_BE_ELSEWHERE(0.003, 0.003),

    /** An operator, of all that is done. */
    CORRECTS(0.004, 0.03),
    /** Of corrections. */
    EXCLUDES(0.03, 0.06),
    READMITS(0, 0.06),
    SOLVES_FOR_WHO_IS_EXCLUDED(0, 0.8),
    FORGETS(0.02, 0.03),
    REVIEWS(1, 0.6),
    ACCEPTS(0.75, 0.6),
    /** The treasury. */
    SAYS_IT_TWICE(0.01, 0.05),
    SAYS_WHAT_NOBODY_ASKED(0, 0.003),
    /** Of what it has said. */
    SAYS_OTHERWISE_LATER(0, 0.05),
    GIVES_OUT_WHAT_CAME_BACK(0, 0.5),

    /** Anybody, of all that is done. */
    WRITES_RUBBISH(0.001, 0.012),
    /** A broker, of its records: its clock steps back for a while. */
    STEPS_BACK(0, 0.002);

    private final double asPeoplePlay;
    private final double soThatAllHappens;

    Habit(double asPeoplePlay, double soThatAllHappens) {
        this.asPeoplePlay = asPeoplePlay;
        this.soThatAllHappens = soThatAllHappens;
    }

    double share(Mix mix) {
        return switch (mix) {
            case AS_PEOPLE_PLAY -> asPeoplePlay;
            case SO_THAT_ALL_HAPPENS -> soThatAllHappens;
        };
    }
}
