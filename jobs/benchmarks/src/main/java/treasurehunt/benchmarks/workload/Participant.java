package treasurehunt.benchmarks.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A player: his name, his hunts, where he is. */
final class Participant {
    /** Every so manieth player is a team. */
    private static final int TEAMS = 6;

    private final String name;
    private final boolean team;
    private final Map<String, Part> parts = new HashMap<>(4);
    private Optional<Whereabouts> whereabouts = Optional.empty();

    Participant(int number) {
        team = number % TEAMS == 0;
        name = String.format(Locale.ROOT, team ? "team-%07d" : "player-%07d", number);
    }

    String name() {
        return name;
    }

    /** Who of a team acts. */
    Optional<String> member(Chance chance) {
        return team ? Optional.of("member-" + chance.below(4)) : Optional.empty();
    }

    Optional<Part> part(Playbook in) {
        return Optional.ofNullable(parts.get(in.hunt().id()));
    }

    Part join(Playbook in, long now) {
        Part part = new Part(in, now);
        parts.put(in.hunt().id(), part);
        return part;
    }

    void forget() {
        parts.clear();
    }

    /** The hunts in which there is something to do for him now, ms UTC. */
    List<Playbook> playable(List<Playbook> all, long now) {
        List<Playbook> playable = new ArrayList<>(all.size());
        for (Playbook playbook : all) {
            Optional<Part> part = part(playbook);
            part.ifPresent(joined -> joined.pass(now));
            if (part.isEmpty() || !part.get().isIdle()) {
                playable.add(playbook);
            }
        }
        return playable;
    }

    Whereabouts whereabouts(Playbook in, long now, Chance chance) {
        if (whereabouts.isEmpty()) {
            whereabouts = Optional.of(new Whereabouts(in.firstPlace().orElseThrow(), now, chance));
        }
        return whereabouts.get();
    }
}
