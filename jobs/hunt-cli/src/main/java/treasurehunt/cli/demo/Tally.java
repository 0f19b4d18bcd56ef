package treasurehunt.cli.demo;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was sent and seen so far. For any thread. */
final class Tally {
    private static final int EVENTS = 5;
    private static final int PLACES = 5;

    private final Hunt hunt;
    private final Map<Code, Long> results = new EnumMap<>(Code.class);
    private final Latency.Recorder latency = new Latency.Recorder();
    private final Leaders leaders = new Leaders();
    private final Deque<String> events = new ArrayDeque<>();
    private final long measuredFrom;
    private long sent;
    private long measured;
    private long answered;
    private int players;

    /**
     * A tally of nothing.
     *
     * @param measuredFrom latencies count of what was planned from then on
     */
    Tally(Hunt hunt, long measuredFrom) {
        this.hunt = hunt;
        this.measuredFrom = measuredFrom;
    }

    /**
     * How things stand.
     *
     * @param sent actions
     * @param measured those of them whose latency counts
     * @param answered results and dead letters, seen once or more
     * @param events the latest last
     */
    record Standing(
            int players,
            long sent,
            long measured,
            long answered,
            Map<Code, Long> results,
            Latency latency,
            List<Leaders.Leader> leaders,
            List<String> events) {}

    synchronized void sent(long planned, int playersNow) {
        sent++;
        measured += planned >= measuredFrom ? 1 : 0;
        players = playersNow;
    }

    /**
     * Counts an answer or an announcement.
     *
     * @param planned when its action should have been sent; nothing if it was none of the crowd's
     */
    synchronized void saw(Sight sight, OptionalLong planned) {
        answered += sight.isAnswer() ? 1 : 0;
        if (planned.isPresent() && planned.getAsLong() >= measuredFrom) {
            latency.record(sight.seen() - planned.getAsLong());
        }
        sight.result().ifPresent(this::count);
    }

    synchronized void event(String inWords) {
        events.addLast(inWords);
        if (events.size() > EVENTS) {
            events.removeFirst();
        }
    }

    synchronized Standing standing() {
        return new Standing(
                players,
                sent,
                measured,
                answered,
                new EnumMap<>(results),
                latency.soFar(),
                leaders.top(PLACES),
                List.copyOf(events));
    }

    private void count(Result result) {
        results.merge(result.code(), 1L, Long::sum);
        if (!result.effects().isEmpty()) {
            leaders.has(result.player(), result.score());
        }
        inWords(result).ifPresent(words -> event(result.player() + " " + words));
    }

    private Optional<String> inWords(Result result) {
        if (result.effects().stream().anyMatch(effect -> effect instanceof Effect.Completed)) {
            return Optional.of("has completed the hunt with " + result.score() + " points");
        }
        return switch (result.code()) {
            case JOINED -> Optional.of("joins");
            case SOLVED -> Optional.of("solves " + title(result));
            case HINT_GIVEN -> Optional.of("takes a hint for " + title(result));
            case INSUFFICIENT_POINTS -> Optional.of("cannot pay for a hint");
            case OUT_OF_ATTEMPTS -> Optional.of("has no attempts left at " + title(result));
            case COOLING_DOWN -> Optional.of("must wait before the next try at " + title(result));
            case RATE_LIMITED -> Optional.of("is too fast and must wait");
            case EXPIRED -> Optional.of("comes too late for " + title(result));
            case UNDER_REVIEW -> Optional.of("waits for the review of " + title(result));
            case TIME_UP -> Optional.of("has no time left");
            case ABANDONED -> Optional.of("gives up");
            case ADJUSTED -> Optional.of("has " + result.score() + " points by an operator's hand");
            case REVIEWED -> Optional.of("hears of the review of " + title(result));
            case RESET -> Optional.of("has all attempts at " + title(result) + " again");
            case DISQUALIFIED -> Optional.of("is disqualified");
            case REINSTATED -> Optional.of("may take part again");
            case FORGOTTEN -> Optional.of("is forgotten");
            case GRANTED, SOLD_OUT, WAITING, DUE -> ofEffects(result);
            case WRONG,
                    NEAR,
                    TOO_FAR,
                    INACCURATE,
                    NOTED,
                    ID_REUSED,
                    UNKNOWN_HUNT,
                    NOT_JOINED,
                    ALREADY_JOINED,
                    EXCLUDED,
                    NOT_OPEN,
                    CLOSED,
                    HAS_LEFT,
                    TOO_MANY_HUNTS,
                    UNKNOWN_CLUE,
                    ALREADY_SOLVED,
                    LOCKED,
                    WRONG_KIND,
                    ALREADY_TRIED,
                    UNKNOWN_HINT,
                    HINT_LOCKED,
                    NO_CHANGE ->
                    Optional.empty();
        };
    }

    /** What the treasury or time has brought. */
    private Optional<String> ofEffects(Result result) {
        return result.effects().stream().map(this::inWords).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> inWords(Effect effect) {
        if (effect instanceof Effect.Granted granted) {
            return Optional.of("wins " + granted.treasure() + " as number " + granted.rank());
        } else if (effect instanceof Effect.SoldOut soldOut) {
            return Optional.of("comes too late for " + soldOut.treasure());
        } else if (effect instanceof Effect.Waiting waiting) {
            return Optional.of("waits in the line for " + waiting.treasure());
        } else if (effect instanceof Effect.Moved moved) {
            return Optional.of("goes on in version " + moved.version());
        } else if (effect instanceof Effect.ClueUnlocked unlocked) {
            return Optional.of("sees " + title(unlocked.clue()) + " open");
        } else if (effect instanceof Effect.ClueExpired expired) {
            return Optional.of("sees " + title(expired.clue()) + " expire");
        } else if (effect instanceof Effect.TimeUp) {
            return Optional.of("runs out of time");
        }
        return Optional.empty();
    }

    private String title(Result result) {
        return result.asked().flatMap(Result.Asked::clue).map(this::title).orElse("a clue");
    }

    private String title(String clue) {
        return Optional.ofNullable(hunt.clues().get(clue))
                .map(Clue::title)
                .map(title -> '"' + title + '"')
                .orElse("a clue");
    }
}
