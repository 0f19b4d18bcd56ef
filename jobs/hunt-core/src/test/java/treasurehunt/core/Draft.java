package treasurehunt.core;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;

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
        Optional<String> operator,
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

    /** At this place, sure to the metre. */
    public static Draft arrive(String clue, double latitude, double longitude) {
        return arrive(clue, latitude, longitude, 1);
    }

    public static Draft arrive(String clue, double latitude, double longitude, double accuracy) {
        return of(new Kind.Arrive(clue, new Fix(latitude, longitude, accuracy)));
    }

    public static Draft position(double latitude, double longitude, double accuracy) {
        return of(new Kind.Position(new Fix(latitude, longitude, accuracy)));
    }

    public static Draft submit(String clue) {
        return of(new Kind.SubmitForReview(clue, "photo-1"));
    }

    public static Draft adjust(long points) {
        return of(new Kind.Adjust(points, "by hand"));
    }

    public static Draft markSolved(String clue) {
        return of(new Kind.MarkSolved(clue, "the sign was gone"));
    }

    public static Draft accept(String clue) {
        return of(new Kind.Review(clue, true, "well done"));
    }

    public static Draft reject(String clue) {
        return of(new Kind.Review(clue, false, "too dark"));
    }

    public static Draft resetAttempts(String clue) {
        return of(new Kind.ResetAttempts(clue, "a broken sign"));
    }

    public static Draft disqualify() {
        return of(new Kind.Disqualify("cheating"));
    }

    public static Draft reinstate() {
        return of(new Kind.Reinstate("it was a mistake"));
    }

    public static Draft forget() {
        return of(new Kind.Forget("asked for it"));
    }

    /** The treasury's word: granted, as the how-manieth. */
    public static Draft granted(String treasure, long rank) {
        return of(new Kind.Verdict(treasure, Outcome.GRANTED, OptionalLong.of(rank)));
    }

    public static Draft soldOut(String treasure) {
        return of(new Kind.Verdict(treasure, Outcome.SOLD_OUT, OptionalLong.empty()));
    }

    public static Draft waiting(String treasure) {
        return of(new Kind.Verdict(treasure, Outcome.WAITING, OptionalLong.empty()));
    }

    private static Draft of(Kind kind) {
        return new Draft(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                before -> before + 1000);
    }

    public Draft from(String name) {
        return new Draft(
                kind, Optional.of(name), hunt, actionId, member, clientTime, operator, time);
    }

    public Draft in(String id) {
        return new Draft(
                kind, player, Optional.of(id), actionId, member, clientTime, operator, time);
    }

    /** Under this action id; twice the same makes a retry. */
    public Draft as(String id) {
        return new Draft(kind, player, hunt, Optional.of(id), member, clientTime, operator, time);
    }

    public Draft by(String name) {
        return new Draft(
                kind, player, hunt, actionId, Optional.of(name), clientTime, operator, time);
    }

    /** Of this operator; only with the kinds of operators. */
    public Draft ofOperator(String name) {
        return new Draft(kind, player, hunt, actionId, member, clientTime, Optional.of(name), time);
    }

    /** At this time by the sender's clock, ms since 1970. */
    public Draft sentAt(long ms) {
        return new Draft(kind, player, hunt, actionId, member, OptionalLong.of(ms), operator, time);
    }

    /** At this time, ms UTC. */
    public Draft at(long ms) {
        return new Draft(kind, player, hunt, actionId, member, clientTime, operator, before -> ms);
    }

    /** So much later than the action before, for example {@code 3s}, {@code 5m}, {@code 7ms}. */
    public Draft after(String duration) {
        long ms =
                duration.endsWith("ms")
                        ? Long.parseLong(duration, 0, duration.length() - 2, 10)
                        : Duration.parse((duration.endsWith("d") ? "P" : "PT") + duration)
                                .toMillis();
        return new Draft(
                kind, player, hunt, actionId, member, clientTime, operator, before -> before + ms);
    }
}
