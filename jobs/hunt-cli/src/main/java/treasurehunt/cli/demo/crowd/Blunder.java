package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What people do by mistake, and broken frontends.
 *
 * @param underLastId whether it is sent under an id that was used before
 */
record Blunder(String hunt, Kind kind, boolean underLastId) {
    private static final String NOWHERE = "no-such-thing";
    private static final int SORTS = 11;

    /** One that somebody might make; nothing if what the dice say is not possible yet. */
    static Optional<Blunder> any(
            Hunt hunt, Set<String> solved, Set<String> open, RandomGenerator random) {
        String id = hunt.id();
        Kind guess = new Kind.Answer(NOWHERE, "anything");
        return switch (random.nextInt(SORTS)) {
            case 0 -> at(id, new Kind.Join());
            case 1 -> at(id, guess);
            case 2 -> clue(hunt, locked(hunt, solved, open), random).map(c -> at(hunt, c, random));
            case 3 -> clue(hunt, solved, random).map(c -> at(hunt, c, random));
            case 4 -> clue(hunt, open, random).map(c -> new Blunder(id, wrongKind(c), false));
            case 5 ->
                    clue(hunt, open, random)
                            .map(c -> new Blunder(id, new Kind.Hint(c.id(), NOWHERE), false));
            case 6 -> Optional.of(new Blunder(id, guess, true));
            case 7 -> at(NOWHERE, new Kind.Join());
            case 8 -> at(SideHunts.NOT_OPEN, guess);
            case 9 -> at(SideHunts.NOT_OPEN, new Kind.Join());
            case 10 -> at(SideHunts.CLOSED, new Kind.Join());
            default -> throw new IllegalStateException("the dice have " + SORTS + " sides");
        };
    }

    private static Optional<Blunder> at(String hunt, Kind kind) {
        return Optional.of(new Blunder(hunt, kind, false));
    }

    private static Blunder at(Hunt hunt, Clue clue, RandomGenerator random) {
        return new Blunder(hunt.id(), Guesses.wild(clue, random), false);
    }

    private static Collection<String> locked(Hunt hunt, Set<String> solved, Set<String> open) {
        return hunt.clues().keySet().stream()
                .filter(id -> !solved.contains(id) && !open.contains(id))
                .toList();
    }

    /** Of those that can be said a word to. */
    private static Optional<Clue> clue(Hunt hunt, Collection<String> ids, RandomGenerator random) {
        var clues =
                ids.stream()
                        .map(hunt.clues()::get)
                        .filter(clue -> !(clue.proof() instanceof Proof.Place))
                        .toList();
        return clues.isEmpty()
                ? Optional.empty()
                : Optional.of(clues.get(random.nextInt(clues.size())));
    }

    private static Kind wrongKind(Clue clue) {
        return clue.proof() instanceof Proof.Code
                ? new Kind.Answer(clue.id(), "the code on the tag")
                : new Kind.Scan(clue.id(), NOWHERE);
    }
}
