package treasurehunt.cli.log.explain;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.DueMoment;
import treasurehunt.core.judge.DueMoment.Cause;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.result.Effect;

import java.util.List;
import java.util.Optional;

/**
 * What had become due for a player in a hunt at one moment, and who noticed.
 *
 * @param moment ms UTC
 * @param before where he stood
 * @param on the version he was on
 * @param judging the version that judged
 * @param reached what the version he was on made due at this very moment; nothing, if an action
 *     that named the hunt moved him
 * @param ripe what the version that judged made due by then
 */
public record Ripe(
        String id,
        String player,
        String hunt,
        long moment,
        HuntState before,
        PlayableHunt on,
        PlayableHunt judging,
        List<DueMoment> reached,
        List<DueMoment> ripe,
        Occasion occasion) {

    /**
     * What brought a moment forward.
     *
     * @param record id of the player's action; empty at the end of the log
     * @param at of the action; at the end of the log the least time that a partition has come to,
     *     ms UTC
     */
    public record Occasion(Optional<String> record, long at) {}

    /**
     * A due moment, looked at again.
     *
     * @param player as he was before the occasion
     */
    public static Ripe of(
            Catalogue hunts,
            String name,
            String hunt,
            long moment,
            Player player,
            Occasion occasion) {
        Player before = HuntDecider.announce(hunts, name, player, moment).player();
        HuntState state = before.hunts().get(hunt);
        HuntVersions versions = hunts.find(hunt);
        PlayableHunt on = versions.version(state.progress().huntVersion());
        PlayableHunt judging = versions.inEffect(moment).orElse(on);
        boolean reached = before.head().enrolments().get(hunt).nextDue() == moment;
        return new Ripe(
                name + ":" + hunt + ":" + moment,
                name,
                hunt,
                moment,
                state,
                on,
                judging,
                reached ? at(moment, DueMoment.by(moment, on, state)) : List.of(),
                DueMoment.by(moment, judging, state),
                occasion);
    }

    private static List<DueMoment> at(long moment, List<DueMoment> due) {
        return due.stream().filter(it -> it.moment() == moment).toList();
    }

    boolean moves() {
        return on.version() != judging.version();
    }

    /** What had run out so that an effect came of it. */
    Optional<DueMoment> behind(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            return find(Cause.UNLOCKS_AFTER, unlocked.clue());
        } else if (effect instanceof Effect.ClueExpired expired) {
            return find(Cause.DEADLINE, expired.clue());
        }
        return effect instanceof Effect.TimeUp ? find(Cause.TIME_LIMIT, "") : Optional.empty();
    }

    private Optional<DueMoment> find(Cause cause, String clue) {
        return ripe.stream()
                .filter(it -> it.cause() == cause && it.clue().equals(clue))
                .findFirst();
    }
}
