package treasurehunt.engine;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The state of the current key's player: a head, and one entry per hunt, so that an action loads
 * what it needs.
 */
final class PlayerStore {
    static final String HEAD = "head";
    static final String HUNTS = "hunts";

    private final ValueState<Head> head;
    private final MapState<String, HuntState> hunts;

    PlayerStore(RuntimeContext context) {
        head = context.getState(new ValueStateDescriptor<>(HEAD, TypeInformation.of(Head.class)));
        hunts =
                context.getMapState(
                        new MapStateDescriptor<>(
                                HUNTS, Types.STRING, TypeInformation.of(HuntState.class)));
    }

    /**
     * The player with what is kept of him in some hunts.
     *
     * @param needs which these are, as far as the head knows
     */
    Player load(Function<Head, Set<String>> needs) throws Exception {
        Head known = head.value();
        if (known == null) {
            return Player.NEW;
        }
        Map<String, HuntState> loaded = new HashMap<>();
        for (String hunt : needs.apply(known)) {
            // The head knows every hunt he is in: of others there is nothing to look for.
            if (known.enrolments().containsKey(hunt)) {
                loaded.put(hunt, hunts.get(hunt));
            }
        }
        return new Player(known, loaded);
    }

    /** Writes what a decision has changed, and nothing else. */
    @SuppressWarnings(
            "ReferenceEquality") // the core hands back the very object where nothing changed
    void keep(Player before, Player after) throws Exception {
        if (after.head() != before.head()) {
            head.update(after.head());
        }
        for (Map.Entry<String, HuntState> hunt : after.hunts().entrySet()) {
            if (hunt.getValue() != before.hunts().get(hunt.getKey())) {
                hunts.put(hunt.getKey(), hunt.getValue());
            }
        }
        for (String hunt : before.hunts().keySet()) {
            if (!after.hunts().containsKey(hunt)) {
                hunts.remove(hunt);
            }
        }
    }
}
