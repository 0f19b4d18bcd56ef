package treasurehunt.auditor.generator;

/** What a log is good for. */
enum Mix {
    /** To measure by: given hunts, as people play them. */
    AS_PEOPLE_PLAY(20_000, Double.MAX_VALUE, 5_000),
    /** To judge by: everything that can happen, soon and often. */
    SO_THAT_ALL_HAPPENS(4_000, 500, 200);

    private final double pause;
    private final double longestPause;
    private final int shortestPace;

    Mix(double pause, double longestPause, int shortestPace) {
        this.pause = pause;
        this.longestPause = longestPause;
        this.shortestPace = shortestPace;
    }

    /** For how many records all are as quick as they are. */
    int changeOfPace(Chance chance) {
        return shortestPace + chance.below(4 * shortestPace);
    }

    /** Ms from one record to the next, in the mean, when so many play at a time. */
    double pause(int sessions) {
        return Math.min(longestPause, pause / sessions);
    }
}
