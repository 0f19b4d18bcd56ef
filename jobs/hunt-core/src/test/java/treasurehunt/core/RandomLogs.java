package treasurehunt.core;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hunts and logs by chance, the same for the same seed. Right answers are common in them. */
final class RandomLogs {
    /** Of these hunts' clues the right answers are {@code right-<clue>}. */
    static final String RIGHT = "right-";

    private static final int HUNTS = 40;
    private static final List<String> PLAYERS = List.of("ann", "bob", "cy");

    private final Random random;
    private final List<PlayableHunt> pool = new ArrayList<>();

    /** A log, and the hunts that are in effect all through it. */
    record Log(Map<String, PlayableHunt> hunts, List<LoggedAction> actions) {}

    RandomLogs(long seed) {
        random = new Random(seed);
        while (pool.size() < HUNTS) {
            try {
                byte[] json = hunt("hunt-" + pool.size()).getBytes(StandardCharsets.UTF_8);
                pool.add(new PlayableHunt(HuntCodec.decode(json)));
            } catch (RefusedHuntException e) {
                // Its points can never be reached: the next one.
            }
        }
    }

    private String hunt(String id) {
        int clues = 1 + random.nextInt(6);
        return """
        {"hunt": "%s", "version": %d, "title": "Hunt", %s %s
        "opens": "2026-06-01T08:00:00Z", "closes": "2026-06-01T08:00:45Z",
        "rate": {"burst": %d, "per-second": %d}, "clues": [%s]}
        """
                .formatted(
                        id,
                        1 + random.nextInt(3),
                        likely(0.5) ? "\"hint-policy\": \"debt\"," : "",
                        likely(0.5) ? "\"complete-when\": " + condition(clues, 0) + "," : "",
                        1 + random.nextInt(8),
                        1 + random.nextInt(3),
                        IntStream.range(0, clues)
                                .mapToObj(this::clue)
                                .collect(Collectors.joining(",")));
    }

    private String clue(int number) {
        String id = "clue-" + number;
        String proof =
                likely(0.3)
                        ? "{\"code\": {\"accept\": [\"%s%s\"]}}".formatted(RIGHT, id)
                        : "{\"answer\": {\"accept\": [\"%s%s\"], \"near\": {\"near\": \"Nearly\"}}}"
                                .formatted(RIGHT, id);
        return """
        {"id": "%s", "title": "Clue", "text": "riddle of %s", "points": %d, "wrong-penalty": %d,
        %s %s "proof": %s, "hints": [
        {"id": "h1", "cost": %d, "text": "Help"},
        {"id": "h2", "cost": %d, "after": "%ds", "text": "More help"}]}
        """
                .formatted(
                        id,
                        id,
                        10 * random.nextInt(6),
                        5 * random.nextInt(3),
                        likely(0.3)
                                ? "\"attempts\": {\"max\": %d},".formatted(1 + random.nextInt(4))
                                : "",
                        number > 0 && likely(0.6)
                                ? "\"requires\": " + condition(number, 0) + ","
                                : "",
                        proof,
                        10 * random.nextInt(3),
                        10 * random.nextInt(5),
                        1 + random.nextInt(20));
    }

    /** Some condition about the first clues. */
    private String condition(int clues, int depth) {
        int form = random.nextInt(depth < 2 ? 5 : 2);
        if (form == 0) {
            return "\"clue-%d\"".formatted(random.nextInt(clues));
        } else if (form == 1) {
            return "{\"points\": %d}".formatted(10 * random.nextInt(8));
        }
        String parts =
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> condition(clues, depth + 1))
                        .collect(Collectors.joining(","));
        return switch (form) {
            case 2 -> "{\"all\": [%s]}".formatted(parts);
            case 3 -> "{\"any\": [%s]}".formatted(parts);
            default -> "{\"at-least\": 1, \"of\": [%s]}".formatted(parts);
        };
    }

    Log next() {
        Map<String, PlayableHunt> hunts = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            PlayableHunt hunt = pool.get(random.nextInt(pool.size()));
            hunts.put(hunt.definition().id(), hunt);
        }
        List<String> named = new ArrayList<>(hunts.keySet());
        List<LoggedAction> actions = new ArrayList<>();
        long at = Hunts.OPENS - 2000;
        int length = 20 + random.nextInt(60);
        for (int offset = 0; offset < length; offset++) {
            at += likely(0.3) ? 0 : random.nextInt(2500);
            String hunt = likely(0.02) ? "nowhere" : named.get(random.nextInt(named.size()));
            actions.add(new LoggedAction(0, offset, at, at, action(offset, hunt)));
        }
        return new Log(hunts, actions);
    }

    private Action action(int offset, String hunt) {
        return new Action(
                "id-" + (likely(0.9) ? offset : random.nextInt(offset + 1)),
                PLAYERS.get(random.nextInt(PLAYERS.size())),
                hunt,
                likely(0.1) ? Optional.of("lena") : Optional.empty(),
                likely(0.1) ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                kind());
    }

    private Kind kind() {
        String clue = "clue-" + Math.min(random.nextInt(7), random.nextInt(7));
        String text =
                likely(0.45) ? RIGHT + clue : likely(0.3) ? "near" : "text " + random.nextInt(4);
        int kind = random.nextInt(100);
        if (kind < 20) {
            return new Kind.Join();
        } else if (kind < 65) {
            return new Kind.Answer(clue, text);
        } else if (kind < 82) {
            return new Kind.Scan(clue, text);
        } else if (kind < 98) {
            return new Kind.Hint(clue, "h" + (1 + random.nextInt(3)));
        }
        return new Kind.Abandon();
    }

    /** One of so many. */
    int pick(int bound) {
        return random.nextInt(bound);
    }

    private boolean likely(double probability) {
        return random.nextDouble() < probability;
    }
}
