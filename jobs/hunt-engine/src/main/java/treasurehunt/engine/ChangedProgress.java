package treasurehunt.engine;

import treasurehunt.core.judge.Decision;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.core.state.Standings;
import treasurehunt.schemas.progress.Snapshot;
import treasurehunt.schemas.result.Result;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The progress that changed since it last left. Each player's in a hunt leaves once, as it is then,
 * however often it changed: when told to, and when there is much of it.
 */
@SuppressWarnings("ReferenceEquality") // the core hands back the very object where nothing changed
final class ChangedProgress {
    /** So much leaves in some ms, and no action waits longer for it. */
    static final int MOST = 2_000;

    private final Consumer<Snapshot> out;
    private final Map<Key, Change> changed = new LinkedHashMap<>();

    private record Key(String player, String hunt) {}

    /**
     * As it is now.
     *
     * @param at ms UTC of the result that brought it here
     */
    private record Change(HuntState state, long at) {}

    ChangedProgress(Consumer<Snapshot> out) {
        this.out = out;
    }

    /** Remembers what a decision changed. That somebody is erased leaves at once. */
    void decided(String player, Player before, Decision decision) {
        Player after = decision.player();
        erase(player, before, after);
        after.hunts()
                .forEach(
                        (hunt, state) -> {
                            if (state.progress() != progress(before, hunt)) {
                                long at = decidedAt(hunt, decision);
                                changed.put(new Key(player, hunt), new Change(state, at));
                            }
                        });
        if (changed.size() >= MOST) {
            leave();
        }
    }

    private void erase(String player, Player before, Player after) {
        if (before.head() == after.head()) {
            return;
        }
        for (String hunt : before.head().enrolments().keySet()) {
            if (!after.head().enrolments().containsKey(hunt)) {
                changed.remove(new Key(player, hunt));
                out.accept(Snapshot.erased(player, hunt, after.head().floor()));
            }
        }
    }

    private static Progress progress(Player player, String hunt) {
        return player.hunt(hunt).map(HuntState::progress).orElse(Progress.NONE);
    }

    private static long decidedAt(String hunt, Decision decision) {
        long at = 0;
        for (Result result : decision.results()) {
            // A refusal behind an announcement has changed nothing.
            boolean changes = result.hunt().equals(hunt) && !result.effects().isEmpty();
            at = changes ? result.at() : at;
        }
        return at;
    }

    /** All of it leaves. */
    void leave() {
        changed.forEach(
                (key, change) ->
                        out.accept(
                                new Snapshot(
                                        key.player(),
                                        key.hunt(),
                                        change.state().progress().version(),
                                        Optional.of(Standings.of(change.state(), change.at())))));
        changed.clear();
    }
}
