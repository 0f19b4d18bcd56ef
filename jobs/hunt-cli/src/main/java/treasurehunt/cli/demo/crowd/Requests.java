package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Numbers what a player sends, and knows which of it he waits for. */
final class Requests {
    private final String player;
    private final List<String> members;
    private final RandomGenerator random;
    private final Set<String> awaited = new HashSet<>();
    private int sent;

    /**
     * Of a player who has sent nothing yet.
     *
     * @param members who may act, if the player is a team; else empty
     */
    Requests(String player, List<String> members, RandomGenerator random) {
        this.player = player;
        this.members = List.copyOf(members);
        this.random = random;
    }

    int sent() {
        return sent;
    }

    int awaited() {
        return awaited.size();
    }

    boolean awaits(String actionId) {
        return awaited.contains(actionId);
    }

    /** Whether it was awaited until now. */
    boolean answered(String actionId) {
        return awaited.remove(actionId);
    }

    Action of(String hunt, Kind kind) {
        sent++;
        return underLastId(hunt, kind);
    }

    /** An action whose id has been used before. */
    Action underLastId(String hunt, Kind kind) {
        String actionId = player + "-" + sent;
        awaited.add(actionId);
        return new Action(
                actionId,
                player,
                hunt,
                members.isEmpty()
                        ? Optional.empty()
                        : Optional.of(members.get(random.nextInt(members.size()))),
                OptionalLong.empty(),
                Optional.empty(),
                kind);
    }
}
