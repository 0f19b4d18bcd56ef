package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.StrictJson;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The records of the topic {@code progress} by key; what they say stays in the file. */
final class ProgressFile implements Closeable {
    private static final Set<String> FIELDS = Set.of("key", "value");

    private final LinesFile lines;
    private final Consumer<Violation> violations;
    private final Map<String, Trail> trails = new LinkedHashMap<>();

    /**
     * Reads the file once. What no rules need to be asked for is a violation here: a line that is
     * no record, another key than the snapshot's, versions that do not rise, an erasure without a
     * record without a value behind it, and such a record elsewhere.
     */
    ProgressFile(Path path, Consumer<Violation> violations) throws IOException {
        this.violations = violations;
        lines = LinesFile.index(path, this::index);
        trails.forEach(
                (key, trail) -> {
                    if (trail.endsWithErasure()) {
                        tell(key, trail.lastLine(), withoutValueMissing("nothing"));
                    }
                });
    }

    private void index(Line line) {
        String key = line.text("key");
        Object value = line.values().get("value");
        if (line.broken().isPresent()) {
            tell(key, line.number(), "This is no JSON object: " + line.broken().get());
        } else if (!line.values().keySet().equals(FIELDS) || !isKey(key)) {
            tell(key, line.number(), "This is no record: it has other fields than key and value");
        } else if (value instanceof Map<?, ?> snapshot) {
            index(key, snapshot, line.number());
        } else if (value == StrictJson.NULL) {
            indexWithoutValue(key, line.number());
        } else {
            tell(key, line.number(), "The rules give a snapshot, there stands something else");
        }
    }

    private static boolean isKey(String key) {
        return key.indexOf('/') > 0;
    }

    private void index(String key, Map<?, ?> snapshot, int line) {
        long version = version(snapshot);
        if (!key.equals(snapshot.get("hunt") + "/" + snapshot.get("player"))) {
            tell(key, line, "The rules give a snapshot its hunt and player as key, not this one");
            return;
        }
        if (version < 1) {
            tell(key, line, "The rules give a version from 1, there stands something else");
            return;
        }
        Trail trail = trail(key);
        String stands = "version " + version;
        if (version <= trail.lastVersion()) {
            String what = "The rules give a version above %d here, there stands %s";
            tell(key, line, what.formatted(trail.lastVersion(), stands));
        } else if (trail.endsWithErasure()) {
            tell(key, line, withoutValueMissing(stands));
        }
        trail.add(line, version, snapshot.containsKey("erased"));
    }

    private static long version(Map<?, ?> snapshot) {
        return snapshot.get("version") instanceof JsonNumber number ? number.whole().orElse(0) : 0;
    }

    private void indexWithoutValue(String key, int line) {
        Trail trail = trail(key);
        if (!trail.endsWithErasure()) {
            String what =
                    "The rules give a record without a value just behind an erasure only,"
                            + " there stands one behind ";
            tell(key, line, what + trail.told());
        }
        trail.addWithoutValue(line);
    }

    private static String withoutValueMissing(String stands) {
        return "The rules give a record without a value behind the erasure, there stands " + stands;
    }

    private void tell(String key, int line, String what) {
        violations.accept(new Violation(Rule.SNAPSHOT, key, player(key), line, what));
    }

    /** Whose a key is: no hunt's id has a slash. */
    static String player(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    static String hunt(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    /** What stands under a key; nothing under many. */
    Trail trail(String key) {
        return trails.computeIfAbsent(key, unknown -> new Trail());
    }

    Map<String, Trail> trails() {
        return trails;
    }

    /** The snapshot in a line that holds one. */
    Map<String, Object> read(int line) {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        if (lines.read(line).values().get("value") instanceof Map<?, ?> value) {
            value.forEach((name, member) -> snapshot.put(name.toString(), member));
        }
        return snapshot;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
