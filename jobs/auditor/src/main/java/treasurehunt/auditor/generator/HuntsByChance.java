package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.HintPolicy;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.Rate;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.hunt.Treasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Hunts that nobody would write and everybody may: all of the rules, in every mixture. */
public final class HuntsByChance {
    private static final int HUNTS = 48;
    private static final int MOST_CLUES = 8;
    private static final int MOST_VERSIONS = 4;
    private static final long HOUR = 3_600_000;
    private static final List<String> TREASURES = List.of("chest", "coin", "crown");

    private final Settings settings;
    private final Chance chance;
    private final CluesByChance clues;
    private final ConditionsByChance conditions;

    private HuntsByChance(Settings settings) {
        this.settings = settings;
        chance = new Chance(settings.seed());
        clues = new CluesByChance(chance, TREASURES);
        conditions = new ConditionsByChance(chance, TREASURES);
    }

    /** More than anybody may be in the midst of, each with its versions by their numbers. */
    public static List<Hunt> of(Settings settings) {
        HuntsByChance hunts = new HuntsByChance(settings);
        List<Hunt> all = new ArrayList<>();
        for (int i = 1; i <= HUNTS; i++) {
            all.addAll(hunts.versions(String.format(Locale.ROOT, "hunt-%02d", i)));
        }
        return all;
    }

    private List<Hunt> versions(String id) {
        List<Hunt> versions = new ArrayList<>();
        versions.add(first(id));
        int count = settings.plain() ? 1 : 1 + chance.below(MOST_VERSIONS);
        while (versions.size() < count) {
            versions.add(next(versions));
        }
        return versions;
    }

    private Hunt first(String id) {
        while (true) {
            Hunt hunt = hunt(id);
            if (isAccepted(hunt)) {
                return hunt;
            }
        }
    }

    private Hunt next(List<Hunt> versions) {
        while (true) {
            Hunt hunt = changed(versions);
            if (isAccepted(hunt)) {
                return hunt;
            }
        }
    }

    /** Its points or treasures may be out of reach, or its clues behind each other in a circle. */
    private static boolean isAccepted(Hunt hunt) {
        try {
            return HuntCodec.decode(HuntCodec.encode(hunt)).equals(hunt);
        } catch (RefusedHuntException e) {
            return false;
        }
    }

    private Hunt hunt(String id) {
        Map<String, Clue> some = someClues(Map.of(), 0);
        long opens =
                chance.likely(0.75) ? Settings.BEGIN - HOUR : Settings.BEGIN + within(0.0, 0.5);
        return new Hunt(
                id,
                1 + chance.below(2),
                chance.maybeNumber(settings.plain() ? 0 : 0.2, () -> moment(0.0, 0.3)),
                "Hunt " + id,
                chance.maybe(0.5, () -> "Words about " + id),
                opens,
                closes(opens),
                timeLimit(some),
                freezeAt(),
                hintPolicy(),
                rate(),
                maxSpeed(),
                completeWhen(some),
                some,
                someTreasures());
    }

    /** The next version: much stays, some changes, some goes, some comes back. */
    private Hunt changed(List<Hunt> versions) {
        Hunt last = versions.get(versions.size() - 1);
        Map<String, Clue> some = someClues(chance.pick(versions).clues(), 0.6);
        return new Hunt(
                last.id(),
                last.version() + 1 + chance.below(3),
                effectiveFrom(last),
                last.title(),
                last.text(),
                last.opens(),
                chance.likely(0.8) ? last.closes() : closes(last.opens()),
                chance.likely(0.7) ? last.timeLimit() : timeLimit(some),
                chance.likely(0.6) ? last.freezeAt() : freezeAt(),
                chance.likely(0.8) ? last.hintPolicy() : hintPolicy(),
                chance.likely(0.7) ? last.rate() : rate(),
                chance.likely(0.7) ? last.maxSpeed() : maxSpeed(),
                completeWhen(some),
                some,
                chance.likely(0.5) ? last.treasures() : someTreasures());
    }

    /** Some versions never count, because a later one takes effect before them or with them. */
    private OptionalLong effectiveFrom(Hunt last) {
        boolean together = last.effectiveFrom().isPresent() && chance.likely(0.15);
        return together ? last.effectiveFrom() : OptionalLong.of(moment(0.02, 0.9));
    }

    /** Clues of which each stays what it was with some probability, if it was there. */
    private Map<String, Clue> someClues(Map<String, Clue> before, double stays) {
        Map<String, Clue> some = new LinkedHashMap<>();
        int count = 1 + chance.below(MOST_CLUES);
        for (int i = 0; i < count; i++) {
            String id = "clue-" + i;
            List<String> earlier = List.copyOf(some.keySet());
            if (before.containsKey(id) && chance.likely(stays)) {
                some.put(id, before.get(id));
            } else if (chance.likely(0.85)) {
                some.put(id, clues.of(id, earlier));
            }
        }
        return some;
    }

    private Map<String, Treasure> someTreasures() {
        Map<String, Treasure> some = new LinkedHashMap<>();
        for (String id : TREASURES) {
            if (chance.likely(0.8)) {
                long stock = chance.between(0, 40);
                long points = chance.likely(0.6) ? 30 : 0;
                some.put(id, new Treasure(id, "Treasure " + id, stock, points, chance.likely(0.5)));
            }
        }
        return some;
    }

    private Condition completeWhen(Map<String, Clue> some) {
        List<String> ids = List.copyOf(some.keySet());
        return ids.isEmpty() || chance.likely(0.6)
                ? new Condition.All(ids.stream().<Condition>map(Condition.Solved::new).toList())
                : conditions.about(ids);
    }

    private long closes(long opens) {
        return chance.likely(0.8)
                ? Settings.BEGIN + 4 * settings.span() + HOUR
                : Math.max(opens, Settings.BEGIN) + within(0.1, 0.4);
    }

    /** Some end together with a clue. */
    private OptionalLong timeLimit(Map<String, Clue> some) {
        List<Long> deadlines =
                some.values().stream().flatMapToLong(it -> it.deadline().stream()).boxed().toList();
        return !deadlines.isEmpty() && chance.likely(0.1)
                ? OptionalLong.of(chance.pick(deadlines))
                : chance.maybeNumber(0.2, () -> chance.duration(30_000, 30_000 + settings.span()));
    }

    private OptionalLong freezeAt() {
        return chance.maybeNumber(0.3, () -> moment(0.0, 1.0));
    }

    private HintPolicy hintPolicy() {
        return chance.likely(0.6) ? HintPolicy.BLOCK : HintPolicy.DEBT;
    }

    private Rate rate() {
        return chance.likely(0.4)
                ? Rate.DEFAULT
                : new Rate(chance.between(1, 12), chance.between(1, 4));
    }

    private OptionalDouble maxSpeed() {
        return chance.maybe(0.5, () -> chance.pick(List.of(0.7, 10.0, 70.0)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** Some time while the log runs, as shares of it. */
    private long moment(double earliest, double latest) {
        return Settings.BEGIN + within(earliest, latest);
    }

    private long within(double least, double most) {
        return (long) (settings.span() * chance.between(least, most));
    }
}
