package treasurehunt.core.judge;

import treasurehunt.core.state.Claim;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.result.Effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes away all that is known of a player, but for what would let him cheat or confuse others. */
final class Forgetting {
    /**
     * Treasures that one result gives back: as many as twenty hunts can have. Of more, with the
     * longest ids, it would no longer fit a topic's record.
     */
    private static final int MOST_RELEASED = 20 * 1100;

    private Forgetting() {}

    /**
     * The effects, in the order of a result's.
     *
     * @throws IllegalStateException if there is more to give back than a result can say
     */
    static List<Effect> effects(Player player) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Forgotten());
        new TreeMap<>(player.hunts())
                .forEach(
                        (hunt, state) -> {
                            for (Claim claim : state.progress().claims()) {
                                if (claim.isAlive()) {
                                    effects.add(
                                            new Effect.Released(
                                                    claim.treasure(), Optional.of(hunt)));
                                }
                            }
                        });
        if (effects.size() > 1 + MOST_RELEASED) {
            throw new IllegalStateException(
                    (effects.size() - 1)
                            + " treasures to give back, at most "
                            + MOST_RELEASED
                            + " at once: disqualify him in some hunts first");
        }
        return List.copyOf(effects);
    }

    /** What stays of the player. */
    static Player remains(Player player) {
        Head head = player.head();
        Set<String> excluded = new HashSet<>(head.excluded());
        Set<String> claimed = new HashSet<>(head.claimed());
        long floor = head.floor();
        for (Map.Entry<String, HuntState> hunt : player.hunts().entrySet()) {
            Progress progress = hunt.getValue().progress();
            if (progress.disqualified()) {
                excluded.add(hunt.getKey());
            }
            for (Claim claim : progress.claims()) {
                claimed.add(Head.claimKey(hunt.getKey(), claim.treasure()));
            }
            floor = Math.max(floor, progress.version());
        }
        return new Player(head.forgotten(floor + 1, excluded, claimed), Map.of());
    }
}
