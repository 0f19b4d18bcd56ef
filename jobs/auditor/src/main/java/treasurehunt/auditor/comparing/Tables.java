package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.rules.Expected;
import treasurehunt.auditor.rules.Snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Holds the tables of the database against what the rules give. */
final class Tables implements Closeable {
    private final Map<Table, TableFile> files;
    private final Front front;
    private final ProgressTable progress;
    private final ResultsTable solves;
    private final ResultsTable ledger;
    private final Grants grants;

    private Tables(Map<Table, TableFile> files, Census census, Unaudited unaudited) {
        this.files = files;
        front = new Front(unaudited);
        progress = new ProgressTable(files.get(Table.HUNT_PROGRESS), front, census);
        solves = new ResultsTable(files.get(Table.SOLVES), front, census);
        ledger = new ResultsTable(files.get(Table.LEDGER), front, census);
        grants =
                new Grants(
                        new ResultsTable(files.get(Table.TREASURE_GRANTS), front, census),
                        unaudited);
    }

    /**
     * Reads the files once; then the rows are read again one by one, as the rules give them.
     *
     * @param unaudited where at the end what is newer than the rules have come is passed over
     */
    static Tables in(
            Path folder, Consumer<Violation> violations, Census census, Unaudited unaudited)
            throws IOException {
        Map<Table, TableFile> files = new EnumMap<>(Table.class);
        try {
            for (Table table : Table.values()) {
                files.put(table, new TableFile(table, folder, violations));
            }
        } catch (IOException e) {
            close(files);
            throw e;
        }
        return new Tables(files, census, unaudited);
    }

    /** The rules give this result. */
    void expect(Expected.Result result) {
        for (Effect effect : Effect.of(result)) {
            switch (effect.type()) {
                case "CLUE_SOLVED" -> solves.give(effect.solve());
                case "POINTS" -> ledger.give(effect.ledgerEntry());
                case "GRANTED" -> grants.grant(effect.grant());
                case "RELEASED" -> grants.release(result.player(), effect);
                default -> {}
            }
        }
    }

    /** The rules have come to a version of a player's progress in a hunt, or erase it. */
    void reached(Snapshot snapshot) {
        front.reached(snapshot);
        progress.reached(snapshot);
        if (snapshot.isErasure()) {
            solves.forget(snapshot.player());
            ledger.forget(snapshot.player());
            grants.forget(snapshot.player());
        }
    }

    /** At the end: what is missing, and what the rules do not give. */
    void end() {
        progress.end();
        solves.end();
        ledger.end();
        grants.end();
    }

    @Override
    public void close() throws IOException {
        close(files);
    }

    private static void close(Map<Table, TableFile> files) throws IOException {
        for (TableFile file : files.values()) {
            file.close();
        }
    }
}
