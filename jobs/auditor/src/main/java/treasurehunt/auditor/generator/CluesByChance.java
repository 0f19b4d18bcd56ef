package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.Hint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clues whose clocks run out while they are played. */
final class CluesByChance {
    private static final long MOST_POINTS = 1_000_000_000;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = 24 * 60 * MINUTE;

    private final Chance chance;
    private final ProofsByChance proofs;
    private final ConditionsByChance conditions;
    private final List<String> treasures;

    CluesByChance(Chance chance, List<String> treasures) {
        this.chance = chance;
        this.treasures = treasures;
        proofs = new ProofsByChance(chance);
        conditions = new ConditionsByChance(chance, treasures);
    }

    /** A clue that may require these others. */
    Clue of(String id, List<String> earlier) {
        return new Clue(
                id,
                "Title of " + id,
                chance.maybe(0.9, () -> "riddle of " + id + ", you see?"),
                chance.maybe(0.1, () -> "https://hunts.example/" + id + ".jpg"),
                chance.likely(0.02) ? MOST_POINTS : 10L * chance.below(6),
                chance.likely(earlier.isEmpty() ? 0 : 0.6)
                        ? conditions.about(earlier)
                        : Condition.always(),
                chance.likely(0.3) ? chance.duration(SECOND, 6 * MINUTE) : 0,
                chance.maybeNumber(0.45, () -> chance.duration(SECOND, 8 * MINUTE)),
                proofs.of(id),
                chance.likely(0.5) ? attempts() : Attempts.UNLIMITED,
                5L * chance.below(3),
                hints(),
                chance.likely(0.3) ? List.of(50L, 0L, 10L).subList(chance.below(3), 3) : List.of(),
                Optional.of(treasures)
                        .filter(some -> chance.likely(0.4))
                        .map(some -> chance.pick(some)));
    }

    private Attempts attempts() {
        return switch (chance.below(3)) {
            case 0 -> new Attempts(chance.maybeNumber(1, this::max), Optional.empty());
            case 1 -> new Attempts(chance.maybeNumber(0, this::max), Optional.of(coolDown()));
            default -> new Attempts(chance.maybeNumber(1, this::max), Optional.of(coolDown()));
        };
    }

    private long max() {
        return chance.between(1, 6);
    }

    private Attempts.CoolDown coolDown() {
        return new Attempts.CoolDown(
                chance.between(0, 2),
                chance.duration(SECOND, 20 * SECOND),
                chance.pick(List.of(1L, 2L, 3L, 1_000_000_000L)),
                chance.likely(0.7) ? chance.duration(SECOND / 2, MINUTE) : DAY);
    }

    private Map<String, Hint> hints() {
        Map<String, Hint> hints = new LinkedHashMap<>();
        int count = chance.below(4);
        for (int i = 1; i <= count; i++) {
            String id = "h" + i;
            long cost = 10L * chance.below(5);
            long after = chance.likely(0.5) ? chance.duration(SECOND, 3 * MINUTE) : 0;
            hints.put(id, new Hint(id, cost, after, "Help " + i));
        }
        return hints;
    }
}
