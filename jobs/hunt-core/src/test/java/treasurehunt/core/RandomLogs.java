package treasurehunt.core;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hunts and logs by chance, the same for the same seed. Right answers are common in them. */
final class RandomLogs {
    /** Of these hunts' clues the right answers begin so. */
    static final String RIGHT = "right-";

    static final List<String> PLAYERS = List.of("ann", "bob", "cy");

    /** Where every place of these hunts is, in degrees of latitude and longitude. */
    private static final double HERE = 10;

    private static final double ELSEWHERE = 10.5;
    private static final int HUNTS = 40;
    static final int MOST_CLUES = 6;

    private final Random random;

    /** What is being tried; who fails often tries again. */
    private String clue = "clue-0";

    private final List<HuntVersions> pool = new ArrayList<>();

    /**
     * A log, and the hunts it is judged by.
     *
     * @param actions in the order of their append times; each player has a partition of his own
     */
    record Log(Map<String, HuntVersions> hunts, List<LoggedAction> actions) {
        Catalogue catalogue() {
            return id -> hunts.getOrDefault(id, HuntVersions.NONE);
        }
    }

    RandomLogs(long seed) {
        random = new Random(seed);
        while (pool.size() < HUNTS) {
            HuntVersions versions = HuntVersions.NONE;
            long effectiveAt = 0;
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                versions = versions.with(hunt("hunt-" + pool.size(), version), effectiveAt);
                effectiveAt = Hunts.OPENS + random.nextInt(60_000);
            }
            pool.add(versions);
        }
    }

    private PlayableHunt hunt(String id, int version) {
        while (true) {
            try {
                byte[] json = json(id, version).getBytes(StandardCharsets.UTF_8);
                return new PlayableHunt(HuntCodec.decode(json));
            } catch (RefusedHuntException e) {
                // Its points or treasures can never be reached: another one.
            }
        }
    }

    private String json(String id, int version) {
        int clues = 1 + random.nextInt(MOST_CLUES);
        List<String> fields = new ArrayList<>();
        fields.add("\"hunt\": \"%s\", \"version\": %d, \"title\": \"Hunt\"".formatted(id, version));
        fields.add("\"opens\": \"2026-06-01T08:00:00Z\"");
        fields.add("\"closes\": \"2026-06-01T08:0%d:00Z\"".formatted(1 + random.nextInt(2)));
        maybe(fields, 0.5, "\"hint-policy\": \"debt\"");
        maybe(fields, 0.3, "\"time-limit\": \"%ds\"".formatted(5 + random.nextInt(60)));
        maybe(fields, 0.3, "\"freeze-at\": \"2026-06-01T08:00:%dZ\"".formatted(10 + pick(50)));
        maybe(fields, 0.5, "\"max-speed\": 70");
        maybe(fields, 0.5, "\"complete-when\": " + condition(clues, 0));
        fields.add(
                "\"rate\": {\"burst\": %d, \"per-second\": %d}"
                        .formatted(1 + random.nextInt(8), 1 + random.nextInt(3)));
        fields.add("\"clues\": [" + each(clues, this::clue) + "]");
        fields.add(
                """
                "treasures": [{"id": "chest", "title": "Chest", "stock": 2, "points": 30},
                {"id": "coin", "title": "Coin", "stock": 1, "waiting-list": true}]""");
        return "{" + String.join(", ", fields) + "}";
    }

    private String clue(int number) {
        String id = "clue-" + number;
        List<String> fields = new ArrayList<>();
        fields.add("\"id\": \"%s\", \"title\": \"Clue\"".formatted(id));
        fields.add("\"text\": \"riddle of %s\"".formatted(id));
        fields.add("\"points\": %d".formatted(10 * random.nextInt(6)));
        fields.add("\"wrong-penalty\": %d".formatted(5 * random.nextInt(3)));
        fields.add("\"proof\": " + proof(id));
        maybe(fields, 0.4, "\"attempts\": " + attempts());
        maybe(fields, 0.3, "\"unlocks-after\": \"%ds\"".formatted(1 + random.nextInt(15)));
        maybe(fields, 0.4, "\"deadline\": \"%ds\"".formatted(1 + random.nextInt(40)));
        maybe(fields, 0.3, "\"first-finders\": [50, 0, 10]");
        maybe(fields, 0.4, "\"treasure\": \"%s\"".formatted(treasure()));
        if (number > 0) {
            maybe(fields, 0.6, "\"requires\": " + condition(number, 0));
        }
        fields.add(
                """
                "hints": [{"id": "h1", "cost": %d, "text": "Help"},
                {"id": "h2", "cost": %d, "after": "%ds", "text": "More help"}]"""
                        .formatted(
                                10 * random.nextInt(3),
                                10 * random.nextInt(5),
                                1 + random.nextInt(20)));
        return "{" + String.join(", ", fields) + "}";
    }

    private String proof(String clue) {
        String right = RIGHT + clue;
        return switch (random.nextInt(8)) {
            case 0 -> "{\"code\": {\"accept\": [\"%s\"]}}".formatted(right);
            case 1 -> "{\"pattern\": \"(the )?%s\"}".formatted(right);
            case 2 ->
                    "{\"place\": {\"latitude\": 10, \"longitude\": 10, \"radius-m\": 50, \"accuracy-m\": 20}}";
            case 3 -> "{\"review\": {}}";
            default ->
                    "{\"answer\": {\"accept\": [\"%s\"], \"near\": {\"near\": \"Nearly\"}}}"
                            .formatted(right);
        };
    }

    private String attempts() {
        String max = "\"max\": %d".formatted(1 + random.nextInt(4));
        String waits =
                "\"free\": %d, \"wait\": \"%ds\", \"factor\": %d, \"ceiling\": \"10s\""
                        .formatted(random.nextInt(2), 1 + random.nextInt(4), 1 + random.nextInt(3));
        return switch (random.nextInt(3)) {
            case 0 -> "{" + max + "}";
            case 1 -> "{" + waits + "}";
            default -> "{" + max + ", " + waits + "}";
        };
    }

    /** Some condition about the first clues. */
    private String condition(int clues, int depth) {
        int form = random.nextInt(depth < 2 ? 7 : 3);
        if (form == 0) {
            return "\"clue-%d\"".formatted(random.nextInt(clues));
        } else if (form == 1) {
            return "{\"points\": %d}".formatted(10 * random.nextInt(8));
        } else if (form == 2) {
            return "{\"treasure\": \"%s\"}".formatted(treasure());
        }
        String parts = each(1 + random.nextInt(3), part -> condition(clues, depth + 1));
        return switch (form) {
            case 3 -> "{\"all\": [%s]}".formatted(parts);
            case 4 -> "{\"any\": [%s]}".formatted(parts);
            default -> "{\"at-least\": 1, \"of\": [%s]}".formatted(parts);
        };
    }

    private static String each(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private void maybe(List<String> fields, double probability, String field) {
        if (likely(probability)) {
            fields.add(field);
        }
    }

    Log next() {
        Map<String, HuntVersions> hunts = new HashMap<>();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int number = random.nextInt(pool.size());
            hunts.put("hunt-" + number, pool.get(number));
            named.add("hunt-" + number);
        }
        Map<Integer, Long> times = new HashMap<>();
        List<LoggedAction> actions = new ArrayList<>();
        long now = Hunts.OPENS - 2000;
        int length = 50 + random.nextInt(150);
        for (int offset = 0; offset < length; offset++) {
            now += likely(0.3) ? 0 : random.nextInt(likely(0.02) ? 20_000 : 1000);
            String hunt = likely(0.02) ? "nowhere" : named.get(random.nextInt(named.size()));
            Action action = action(offset, hunt);
            int partition = PLAYERS.indexOf(action.player());
            // A broker's clock may step back; time does not.
            long appendTime = likely(0.05) ? now - random.nextInt(1000) : now;
            long at = times.merge(partition, appendTime, Math::max);
            actions.add(new LoggedAction(partition, offset, appendTime, at, action));
        }
        return new Log(hunts, actions);
    }

    /** The same log with its lines in another order, each partition's own kept. */
    List<LoggedAction> reordered(List<LoggedAction> actions) {
        List<Integer> partitions =
                new ArrayList<>(actions.stream().map(LoggedAction::partition).toList());
        Collections.shuffle(partitions, random);
        Map<Integer, List<LoggedAction>> rest = new HashMap<>();
        actions.forEach(a -> rest.computeIfAbsent(a.partition(), p -> new ArrayList<>()).add(a));
        return partitions.stream().map(partition -> rest.get(partition).remove(0)).toList();
    }

    private Action action(int offset, String hunt) {
        Kind kind = kind();
        return new Action(
                "id-" + (likely(0.9) ? offset : random.nextInt(offset + 1)),
                PLAYERS.get(random.nextInt(PLAYERS.size())),
                kind instanceof Kind.Forget ? "" : hunt,
                likely(0.1) ? Optional.of("lena") : Optional.empty(),
                likely(0.1) ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                kind instanceof Kind.ByOperator ? Optional.of("olga") : Optional.empty(),
                kind);
    }

    private Kind kind() {
        if (likely(0.4)) {
            clue = "clue-" + Math.min(random.nextInt(7), random.nextInt(7));
        }
        int kind = random.nextInt(100);
        if (kind < 8) {
            return new Kind.Join();
        } else if (kind < 40) {
            return new Kind.Answer(clue, text(clue));
        } else if (kind < 48) {
            return new Kind.Scan(clue, text(clue));
        } else if (kind < 56) {
            return new Kind.Arrive(clue, fix());
        } else if (kind < 61) {
            return new Kind.SubmitForReview(clue, "photo");
        } else if (kind < 70) {
            return new Kind.Hint(clue, "h" + (1 + random.nextInt(3)));
        } else if (kind < 75) {
            return new Kind.Position(fix());
        } else if (kind < 76) {
            return new Kind.Abandon();
        }
        return kind < 87 ? verdict(clue) : correction(clue, random.nextInt(20));
    }

    private String text(String clue) {
        return likely(0.45) ? RIGHT + clue : likely(0.3) ? "near" : "text " + random.nextInt(4);
    }

    private Fix fix() {
        return new Fix(likely(0.5) ? HERE : ELSEWHERE, HERE, likely(0.8) ? 5 : 100);
    }

    private Kind verdict(String clue) {
        String treasure = likely(0.5) ? treasure() : clue + "#first-finders";
        Outcome outcome =
                likely(0.4) ? Outcome.GRANTED : likely(0.5) ? Outcome.SOLD_OUT : Outcome.WAITING;
        return new Kind.Verdict(
                treasure,
                outcome,
                outcome == Outcome.GRANTED
                        ? OptionalLong.of(1 + random.nextInt(4))
                        : OptionalLong.empty());
    }

    private String treasure() {
        return likely(0.5) ? "chest" : "coin";
    }

    private Kind correction(String clue, int kind) {
        if (kind < 4) {
            return new Kind.Adjust(5 * random.nextInt(9) - 20, "why");
        } else if (kind < 8) {
            return new Kind.MarkSolved(clue, "why");
        } else if (kind < 12) {
            return new Kind.Review(clue, likely(0.5), "why");
        } else if (kind < 15) {
            return new Kind.ResetAttempts(clue, "why");
        } else if (kind < 17) {
            return new Kind.Disqualify("why");
        }
        return kind < 19 ? new Kind.Reinstate("why") : new Kind.Forget("why");
    }

    /** One of so many. */
    int pick(int bound) {
        return random.nextInt(bound);
    }

    private boolean likely(double probability) {
        return random.nextDouble() < probability;
    }
}
