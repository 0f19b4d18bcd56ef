package treasurehunt.core;

import treasurehunt.schemas.action.Kind;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * An action as a test writes it; the scenario fills in what it leaves open.
 *
 * @param time the action's time by that of the one before it, ms UTC
 */
public record Draft(
        Kind kind,
        Optional<String> player,
        Optional<String> hunt,
        Optional<String> actionId,
        Optional<String> member,
        OptionalLong clientTime,
        LongUnaryOperator time) {
    public static Draft join() {
        return of(new Kind.Join());
    }

    /** Joins of that many {@link Hunts#several}. */
    public static Draft[] joins(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> join().in("hunt-" + i))
                .toArray(Draft[]::new);
    }

    public static Draft answer(String clue, String text) {
        return of(new Kind.Answer(clue, text));
    }

    public static Draft scan(String clue, String code) {
        return of(new Kind.Scan(clue, code));
    }

    public static Draft hint(String clue, String hint) {
        return of(new Kind.Hint(clue, hint));
    }

    public static Draft abandon() {
        return of(new Kind.Abandon());
    }

    private static Draft of(Kind kind) {
        return new Draft(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                before -> before + 1000);
    }

    public Draft from(String name) {
        return new Draft(kind, Optional.of(name), hunt, actionId, member, clientTime, time);
    }

    public Draft in(String id) {
        return new Draft(kind, player, Optional.of(id), actionId, member, clientTime, time);
    }

    /** Under this action id; twice the same makes a retry. */
    public Draft as(String id) {
        return new Draft(kind, player, hunt, Optional.of(id), member, clientTime, time);
    }

    public Draft by(String name) {
        return new Draft(kind, player, hunt, actionId, Optional.of(name), clientTime, time);
    }

    /** At this time by the sender's clock, ms since 1970. */
    public Draft sentAt(long ms) {
        return new Draft(kind, player, hunt, actionId, member, OptionalLong.of(ms), time);
    }

    /** At this time, ms UTC. */
    public Draft at(long ms) {
        return new Draft(kind, player, hunt, actionId, member, clientTime, before -> ms);
    }

    /** So much later than the action before, for example {@code 3s}, {@code 5m}, {@code 7ms}. */
    public Draft after(String duration) {
        long ms =
                duration.endsWith("ms")
                        ? Long.parseLong(duration, 0, duration.length() - 2, 10)
                        : Duration.parse((duration.endsWith("d") ? "P" : "PT") + duration)
                                .toMillis();
        return new Draft(kind, player, hunt, actionId, member, clientTime, before -> before + ms);
    }
}
