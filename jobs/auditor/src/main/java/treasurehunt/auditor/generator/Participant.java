package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Action;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A player: his name, his hunts, where he is. */
final class Participant {
    /** Every so manieth player is a team. */
    private static final int TEAMS = 6;

    private static final int STRANGE = 29;
    private static final int MOST_HUNTS = 20;

    private final String name;
    private final boolean team;
    private final Map<String, Part> parts = new HashMap<>(4);
    private Set<String> banned = Set.of();
    private Optional<Whereabouts> whereabouts = Optional.empty();
    private Optional<Action> kept = Optional.empty();

    /**
     * The player of a number.
     *
     * @param strange whether some have names that only a program gives
     */
    Participant(int number, boolean strange) {
        team = number % TEAMS == 0;
        name = strange && number % STRANGE == 0 ? Strange.PLAYER + number : name(number, team);
    }

    private static String name(int number, boolean team) {
        return String.format(Locale.ROOT, team ? "team-%07d" : "player-%07d", number);
    }

    String name() {
        return name;
    }

    /** Who of a team acts. */
    Optional<String> member(Chance chance) {
        return team ? Optional.of("member-" + chance.below(4)) : Optional.empty();
    }

    Optional<Part> part(Game in) {
        return Optional.ofNullable(parts.get(in.id()));
    }

    /** He joins, if he may. */
    void join(Game game, long now) {
        Optional<Playbook> version = game.inEffect(now).filter(it -> it.isOpen(now));
        long others = parts.values().stream().filter(it -> it.isInTheMidst(now)).count();
        if (version.isPresent() && others < MOST_HUNTS && !banned.contains(game.id())) {
            parts.computeIfAbsent(game.id(), id -> new Part(game, version.get(), now));
        }
    }

    /** All is gone but that he is excluded. */
    void forget() {
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (part.getValue().isExcluded()) {
                banned = new HashSet<>(banned);
                banned.add(part.getKey());
            }
        }
        parts.clear();
    }

    void reinstate(Game game) {
        part(game).ifPresent(part -> part.exclude(false));
        if (banned.contains(game.id())) {
            banned.remove(game.id());
        }
    }

    /** The hunts in which there is something to do for him now, ms UTC. */
    List<Game> playable(List<Game> all, long now) {
        return all.stream().filter(game -> isPlayable(game, now)).toList();
    }

    private boolean isPlayable(Game game, long now) {
        Optional<Part> part = part(game);
        part.ifPresent(joined -> joined.pass(now));
        return part.isPresent()
                ? !part.get().isIdle(now)
                : !banned.contains(game.id())
                        && game.inEffect(now).filter(it -> it.isOpen(now)).isPresent();
    }

    Whereabouts whereabouts(Playbook in, long now, Chance chance) {
        if (whereabouts.isEmpty()) {
            whereabouts = Optional.of(new Whereabouts(in.firstPlace().orElseThrow(), now, chance));
        }
        return whereabouts.get();
    }

    /** An action of his that he may send again much later. */
    Optional<Action> kept() {
        return kept;
    }

    void keep(Action action) {
        kept = Optional.of(action);
    }
}
