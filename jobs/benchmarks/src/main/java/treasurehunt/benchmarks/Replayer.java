package treasurehunt.benchmarks;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The core with the players' state in memory, kept as the engine keeps it: a head, and an entry per
 * hunt, of which a decision is given what it needs.
 */
final class Replayer {
    private final Catalogue hunts;
    private final Map<String, Kept> players = new HashMap<>();

    private static final class Kept {
        private Head head = Head.NEW;
        private final Map<String, HuntState> hunts = new HashMap<>();

        Player load(LoggedAction action) {
            Set<String> needed = HuntDecider.needs(head, action);
            if (needed.size() == 1) {
                HuntState state = hunts.get(action.hunt());
                return new Player(head, state == null ? Map.of() : Map.of(action.hunt(), state));
            }
            Map<String, HuntState> loaded = new HashMap<>(hunts);
            loaded.keySet().retainAll(needed);
            return new Player(head, loaded);
        }

        void keep(Player before, Player after) {
            head = after.head();
            hunts.putAll(after.hunts());
            if (after.hunts().size() < before.hunts().size()) {
                hunts.keySet().removeAll(before.hunts().keySet());
            }
        }
    }

    Replayer(Catalogue hunts) {
        this.hunts = hunts;
    }

    static Catalogue catalogue(List<Hunt> hunts) {
        Map<String, HuntVersions> versions = new HashMap<>();
        for (Hunt hunt : hunts) {
            versions.put(hunt.id(), HuntVersions.NONE.with(new PlayableHunt(hunt)));
        }
        return id -> versions.getOrDefault(id, HuntVersions.NONE);
    }

    /** What a decision about this action looks at. */
    Player before(LoggedAction action) {
        return players.computeIfAbsent(action.player(), name -> new Kept()).load(action);
    }

    /** Decides, and keeps what it brought. */
    Decision decide(LoggedAction action) {
        Kept player = players.computeIfAbsent(action.player(), name -> new Kept());
        Player before = player.load(action);
        Decision decision = HuntDecider.decide(hunts, before, action);
        player.keep(before, decision.player());
        return decision;
    }

    int players() {
        return players.size();
    }

    void forgetAll() {
        players.clear();
    }
}
