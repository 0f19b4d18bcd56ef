package treasurehunt.cli.demo;

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
import java.util.Optional;

/** Judges actions at once, by the rules themselves. */
final class CoreEngine {
    private static final long BEGIN = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();

    private final PlayableHunt hunt;
    private final Map<String, Player> players = new HashMap<>();
    private long offset;

    CoreEngine(Hunt hunt) {
        this.hunt = new PlayableHunt(hunt);
    }

    /** The result of an action that comes so many ms after the game's begin. */
    Result answer(Action action, long millis) {
        long at = BEGIN + millis;
        Decision decision =
                HuntDecider.decide(
                        id -> Optional.of(hunt).filter(h -> h.definition().id().equals(id)),
                        players.getOrDefault(action.player(), Player.NEW),
                        new LoggedAction(0, offset++, at, at, action));
        players.put(action.player(), decision.player());
        return decision.results().get(0);
    }
}
