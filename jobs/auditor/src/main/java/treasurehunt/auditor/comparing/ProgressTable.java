package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Snapshot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the table {@code hunt_progress} against the newest snapshots that the rules give. */
final class ProgressTable {
    private final TableFile file;
    private final Front front;
    private final Census census;
    private final Map<String, Held> held = new LinkedHashMap<>();

    /** A row that stands there or not, and how far the rules have come with it. */
    private static final class Held {
        private final String player;
        private final Optional<Integer> line;

        /** The version that stands there. */
        private final long stands;

        /** The newest version that the rules give, 0 while they give none. */
        private long gives;

        /** In what the row differs from what the rules give with its version. */
        private String differences = "";

        private Held(String player, Optional<Integer> line, long stands) {
            this.player = player;
            this.line = line;
            this.stands = stands;
        }
    }

    ProgressTable(TableFile file, Front front, Census census) {
        this.file = file;
        this.front = front;
        this.census = census;
    }

    /** The rules have come to a version of a player's progress in a hunt, or erase it. */
    void reached(Snapshot snapshot) {
        Held row = held.computeIfAbsent(key(snapshot), key -> hold(key, snapshot.player()));
        row.gives = snapshot.isErasure() ? 0 : snapshot.version();
        if (row.line.isPresent() && row.gives > 0 && row.gives == row.stands) {
            Map<String, Object> gives = ProgressRow.of(snapshot).columns();
            Map<String, Object> stands = file.read(row.line.get()).values();
            row.differences = Values.same(gives, stands) ? "" : Differences.between(gives, stands);
        }
    }

    private static String key(Snapshot snapshot) {
        return snapshot.player() + "/" + snapshot.hunt();
    }

    private Held hold(String key, String player) {
        Optional<Integer> line = file.take(key);
        return new Held(player, line, line.map(file::read).map(Front::version).orElse(0L));
    }

    /** At the end: what is missing, older or other than the rules give, and what they do not. */
    void end() {
        held.forEach(this::end);
        file.rest().forEach(line -> endWithout(file.read(line)));
    }

    private void end(String key, Held row) {
        if (row.gives == 0) {
            row.line.map(file::read).ifPresent(this::endWithout);
        } else if (row.line.isEmpty()) {
            if (!front.mayBeForgotten(row.player)) {
                String what = "The rules give a row with version %d, there stands none";
                file.tell(key, row.player, 0, what.formatted(row.gives));
            }
        } else {
            end(row, file.read(row.line.get()));
        }
    }

    private void end(Held row, Line line) {
        if (row.stands == row.gives) {
            census.auditedRows(1);
            if (!row.differences.isEmpty()) {
                file.tell(line, row.differences);
            }
        } else if (!front.isPassed(line)) {
            String what = "The rules give version %d as the newest, there stands %s";
            String stands = row.stands > 0 ? "version " + row.stands : "something else";
            file.tell(line, what.formatted(row.gives, stands));
        }
    }

    /** A row of which the rules give none. */
    private void endWithout(Line line) {
        if (!front.isPassed(line)) {
            file.tell(line, front.noSuchRow(line));
        }
    }
}
