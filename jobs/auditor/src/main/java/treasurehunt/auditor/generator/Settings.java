package treasurehunt.auditor.generator;

import java.time.Instant;

/**
 * What a log depends on beside the hunts it is about.
 *
 * @param seed the same seed gives the same hunts and the same log
 * @param actions about how many records are wanted; hunts by chance open, change and close in the
 *     time that they take
 * @param players how many there are in all; with given hunts, 50 actions and more a player keep the
 *     mix until most are through with every hunt, at some hundred
 * @param plain without the kinds of operators, verdicts and second versions: only what players send
 */
public record Settings(long seed, long actions, int players, int partitions, boolean plain) {
    /** When hunts by chance begin to be played, ms UTC. */
    static final long BEGIN = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();

    private static final int PLAYERS_PER_SESSION = 8;

    /** How many players act at a time. */
    int sessions() {
        return players / PLAYERS_PER_SESSION + 1;
    }

    /** Ms that the log of hunts by chance takes, about. */
    long span() {
        return Math.max(60_000, (long) (actions * Mix.SO_THAT_ALL_HAPPENS.pause(sessions())));
    }
}
