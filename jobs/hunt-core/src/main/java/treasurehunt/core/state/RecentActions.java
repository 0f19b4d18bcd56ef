package treasurehunt.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The last actions that had effects.
 *
 * @param actions oldest first
 * @param hashes of their ids: every action asks whether it was there before and hardly any was, so
 *     the answer must not need a look at 32 of them all over the memory
 */
@SuppressWarnings("ArrayRecordComponent") // it follows from the actions, which are compared
public record RecentActions(List<RecentAction> actions, int[] hashes) {
    /** Actions remembered. */
    public static final int REMEMBERED = 32;

    static final RecentActions NONE = new RecentActions(List.of(), new int[0]);

    public RecentActions {
        actions = actions == null ? List.of() : actions;
        hashes = hashes == null ? new int[0] : hashes;
    }

    Optional<RecentAction> find(String actionId) {
        int hash = actionId.hashCode();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && actions.get(i).actionId().equals(actionId)) {
                return Optional.of(actions.get(i));
            }
        }
        return Optional.empty();
    }

    RecentActions with(RecentAction action) {
        int forgotten = Math.max(0, actions.size() + 1 - REMEMBERED);
        List<RecentAction> newest = new ArrayList<>(REMEMBERED);
        newest.addAll(actions.subList(forgotten, actions.size()));
        newest.add(action);
        int[] newestHashes = Arrays.copyOfRange(hashes, forgotten, hashes.length + 1);
        newestHashes[newestHashes.length - 1] = action.actionId().hashCode();
        return new RecentActions(newest, newestHashes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecentActions that && actions.equals(that.actions);
    }

    @Override
    public int hashCode() {
        return actions.hashCode();
    }
}
