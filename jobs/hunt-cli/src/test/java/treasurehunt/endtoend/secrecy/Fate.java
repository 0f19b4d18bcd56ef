package treasurehunt.endtoend.secrecy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What becomes of a secret: so where it may stand, and where it must. */
public enum Fate {
    /** Nobody comes to know it. */
    KEPT(Places.AUTHORS, Places.AUTHORS),

    /** A player knows it: it stands where his actions do. */
    TYPED(
            Places.AUTHORS + "|" + Places.ACTIONS,
            Places.AUTHORS,
            "topics/actions",
            "recorded/actions.ndjson"),

    /** A player knows it, and what he sends with it is no action. */
    MISTYPED(
            Places.AUTHORS + "|" + Places.ACTIONS + "|" + Places.DEAD_LETTERS,
            Places.AUTHORS,
            "topics/actions",
            "topics/dead-letters",
            "commands/tail-dead-letters"),

    /** The rules give it to a player: it stands where his results do. */
    TOLD(
            Places.AUTHORS + "|" + Places.RESULTS,
            Places.AUTHORS,
            "topics/results",
            "recorded/replayed.ndjson",
            "commands/tail-results"),

    /** No secret: were one where this must stand, it would be found. */
    OPEN(
            ".*",
            "topics/results",
            "commands/explain-.*",
            "hunt-engine-checkpoints/.*",
            "killed/.*",
            "savepoints/.*"),

    /** What seals. */
    KEY(Places.KEYS, Places.KEYS);

    private final Pattern may;

    /** With spaces between them. */
    private final String must;

    /** Regular expressions for files, as seen from the folder that is searched. */
    private static final class Places {
        static final String AUTHORS = "authors/.*";
        static final String KEYS = "keys/.*";
        static final String ACTIONS =
                "broker/data/actions-.*|topics/actions|recorded/actions.ndjson"
                        + "|commands/(tail-(words-)?actions|explain-.*)";
        static final String RESULTS =
                "broker/data/results-.*|topics/results|recorded/(results|replayed).ndjson"
                        + "|commands/(tail-(words-)?results|send-.*|explain-.*)";
        static final String DEAD_LETTERS =
                "broker/data/dead-letters-.*|topics/dead-letters|recorded/results.ndjson"
                        + "|commands/tail-(words-)?dead-letters";
    }

    Fate(String may, String... must) {
        this.may = Pattern.compile(may);
        this.must = String.join(" ", must);
    }

    public boolean mayStandIn(String place) {
        return may.matcher(place).matches();
    }

    /** One file of each of these, at the least. */
    public List<Pattern> mustStandIn() {
        return Stream.of(must.split(" ")).map(Pattern::compile).toList();
    }
}
