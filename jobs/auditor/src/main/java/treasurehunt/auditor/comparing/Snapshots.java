package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.auditor.rules.Snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Holds the snapshots against what the rules give. */
final class Snapshots implements Closeable {
    private final ProgressFile file;
    private final Consumer<Violation> violations;
    private final Census census;
    private final Unaudited unaudited;

    /**
     * Reads the file once; then the snapshots are read again one by one, as they are reached.
     *
     * @param unaudited where at the end what is newer than the rules have come is passed over
     */
    Snapshots(Path progress, Consumer<Violation> violations, Census census, Unaudited unaudited)
            throws IOException {
        this.file = new ProgressFile(progress, violations);
        this.violations = violations;
        this.census = census;
        this.unaudited = unaudited;
    }

    /** The rules have come to a version of a player's progress in a hunt, or erase it. */
    void reached(Snapshot snapshot) {
        List<Integer> lines = file.trail(snapshot.key()).take(snapshot);
        lines.forEach(line -> compare(snapshot, line));
        if (lines.isEmpty() && snapshot.isErasure()) {
            String what = "The rules give an erasure with version %d, there stands none";
            tell(snapshot.key(), 0, what.formatted(snapshot.version()));
        }
    }

    private void compare(Snapshot snapshot, int line) {
        census.audited(snapshot);
        Map<String, Object> gives = snapshot.json().get();
        Map<String, Object> stands = file.read(line);
        if (!Values.same(gives, stands)) {
            String differences = Differences.between(gives, stands);
            tell(snapshot.key(), line, "Version " + snapshot.version() + ": " + differences);
        }
    }

    private boolean goesOn(String key) {
        return unaudited.has(ProgressFile.player(key), ProgressFile.hunt(key));
    }

    /** At the end: what the rules do not give, and the newest where it is not found. */
    void end() {
        file.trails().forEach(this::end);
    }

    private void end(String key, Trail trail) {
        boolean isNewerThere = false;
        for (Map.Entry<Integer, Long> record : trail.rest().entrySet()) {
            if (record.getValue() > trail.newest() && goesOn(key)) {
                isNewerThere = true;
            } else {
                String what = "The rules give no version %d here%s";
                tell(key, record.getKey(), what.formatted(record.getValue(), newestOf(trail)));
            }
        }
        if (trail.lacksNewest() && !isNewerThere) {
            String what = "The rules give version %d as the newest, there stands %s";
            tell(key, trail.lastLine(), what.formatted(trail.newest(), trail.told()));
        }
    }

    private static String newestOf(Trail trail) {
        return trail.newest() == 0 ? "" : ", the newest is " + trail.newest();
    }

    private void tell(String key, int line, String what) {
        violations.accept(new Violation(Rule.SNAPSHOT, key, ProgressFile.player(key), line, what));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
