package treasurehunt.benchmarks;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The core with the players' state in memory, as {@code ./hunt replay} has it. */
final class Replayer {
    private final Catalogue hunts;
    private final Map<String, Player> players = new HashMap<>();

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
        Player whole = players.getOrDefault(action.player(), Player.NEW);
        return whole.only(HuntDecider.needs(whole.head(), action));
    }

    /** Decides, and keeps what it brought. */
    @SuppressWarnings("ReferenceEquality") // a player who did not change is the very same
    Decision decide(LoggedAction action) {
        Player whole = players.getOrDefault(action.player(), Player.NEW);
        Player before = whole.only(HuntDecider.needs(whole.head(), action));
        Decision decision = HuntDecider.decide(hunts, before, action);
        if (decision.player() != before) {
            players.put(action.player(), whole.changed(before, decision.player()));
        }
        return decision;
    }

    int players() {
        return players.size();
    }

    void forgetAll() {
        players.clear();
    }
}
