package treasurehunt.cli.demo.crowd;

import java.util.Map;
import java.util.TreeMap;

/**
 * Small hunts beside those that the crowd plays, so that somebody is told all that players can be
 * told: one is over, one has not begun, and twenty have one clue each, one of them little time.
 */
public final class SideHunts {
    static final String CLOSED = "last-winter";
    static final String NOT_OPEN = "in-ten-years";

    /** As many as somebody can be in the midst of. */
    static final int DOORS = 20;

    static final String ONLY_CLUE = "knock";

    /** Costs more than anybody can have there. */
    static final String DEAR_HINT = "name";

    private static final String LONG_AGO = "2026-01-01T00:00:00Z";
    private static final String AGO = "2026-01-02T00:00:00Z";
    private static final String FAR = "2036-01-01T00:00:00Z";
    private static final String FARTHER = "2037-01-01T00:00:00Z";

    private static final String FORM =
            """
            hunt: %1$s
            version: 1
            title: %2$s
            opens: %3$s
            closes: %4$s
            complete-when: %5$s
            clues:
              - id: %5$s
                title: %2$s
                text: What stands on the door?
                points: 10
                hints: [{id: %6$s, cost: 50, text: Nobody can pay for this one.}]
                proof: %7$s
            """;

    /** Goes on with the last clue, and with the hunt. */
    private static final String HASTE = "    deadline: 10s\ntime-limit: 20s\n";

    private SideHunts() {}

    /** The one whose only clue expires after 10 s, and itself after 20 s. */
    static String hasty() {
        return door(1);
    }

    static String door(int number) {
        return "door-" + number;
    }

    /** The one whose only clue an operator must look at. */
    static String reviewed() {
        return door(2);
    }

    /** All of them as authors write them, by id. */
    public static Map<String, String> yaml() {
        Map<String, String> hunts = new TreeMap<>();
        hunts.put(CLOSED, yaml(CLOSED, "Last Winter", LONG_AGO, AGO, answer("snow")));
        hunts.put(NOT_OPEN, yaml(NOT_OPEN, "In Ten Years", FAR, FARTHER, answer("a robot")));
        for (int n = 1; n <= DOORS; n++) {
            String id = door(n);
            String proof = id.equals(reviewed()) ? "{review: {}}" : answer("" + n);
            String yaml = yaml(id, "Door " + n, LONG_AGO, FAR, proof);
            hunts.put(id, id.equals(hasty()) ? yaml + HASTE : yaml);
        }
        return hunts;
    }

    private static String answer(String text) {
        return "{answer: {accept: ['" + text + "']}}";
    }

    private static String yaml(String id, String title, String opens, String closes, String proof) {
        return FORM.formatted(id, title, opens, closes, ONLY_CLUE, DEAR_HINT, proof);
    }
}
