package treasurehunt.cli.demo.crowd;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Result;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Judges actions at once, by the rules themselves. */
final class CoreEngine {
    private static final long BEGIN = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();

    private final Catalogue hunts;
    private final Map<String, Player> players = new HashMap<>();
    private long offset;

    CoreEngine(Hunt... hunts) {
        Map<String, HuntVersions> byId = new HashMap<>();
        for (Hunt hunt : hunts) {
            byId.put(hunt.id(), HuntVersions.NONE.with(new PlayableHunt(hunt), Long.MIN_VALUE));
        }
        this.hunts = id -> byId.getOrDefault(id, HuntVersions.NONE);
    }

    /** The result of an action that comes so many ms after the game's begin. */
    Result answer(Action action, long millis) {
        long at = BEGIN + millis;
        Decision decision =
                HuntDecider.decide(
                        hunts,
                        players.getOrDefault(action.player(), Player.NEW),
                        new LoggedAction(0, offset++, at, at, action));
        players.put(action.player(), decision.player());
        return decision.results().get(decision.results().size() - 1);
    }
}
