package treasurehunt.auditor;

import treasurehunt.auditor.comparing.Comparer;
import treasurehunt.auditor.reading.Catalogue;
import treasurehunt.auditor.reading.Intake;
import treasurehunt.auditor.reading.LogRecord;
import treasurehunt.auditor.reading.RecordedActions;
import treasurehunt.auditor.rules.Judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Judges every answer, every snapshot, and every row of the database, by a reading of the rules of
 * its own.
 */
public final class Auditor {
    private static final long RECORDS_BETWEEN_PROGRESS = 10_000;

    private Auditor() {}

    /**
     * Audits the answers to a log, and the snapshots and the rows that follow from them.
     * Deterministic; holds the players' states, of answers and snapshots their places only, of rows
     * their keys and places, and each treasure that was granted.
     *
     * @param violations told of each as it is found
     * @param progress told how many records of the log have been read, now and then
     * @throws UnreadableEvidenceException if the hunts or the log cannot be read; what is wrong
     *     with the answers is a violation
     */
    public static Findings audit(
            Evidence evidence, Consumer<Violation> violations, LongConsumer progress)
            throws IOException, UnreadableEvidenceException {
        Counter counter = new Counter(violations);
        Catalogue catalogue = Catalogue.of(evidence.hunts(), evidence.keys());
        try (RecordedActions log = new RecordedActions(evidence.actions(), evidence.partitions());
                Comparer answers =
                        Comparer.of(
                                evidence.answers(),
                                evidence.progress(),
                                evidence.tables(),
                                counter)) {
            Judge judge = new Judge(catalogue, answers);
            Map<String, Long> lastOffsets = new HashMap<>();
            long records = 0;
            long actions = 0;
            for (Optional<LogRecord> next = log.next(); next.isPresent(); next = log.next()) {
                LogRecord entry = next.get();
                judge.take(entry);
                lastOffsets.put(Integer.toString(entry.partition()), entry.offset());
                records++;
                actions += entry.intake() instanceof Intake.Tick ? 0 : 1;
                if (records % RECORDS_BETWEEN_PROGRESS == 0) {
                    progress.accept(records);
                }
            }
            new End(evidence.end(), judge, answers, lastOffsets).audit();
            progress.accept(records);
            return answers.census().findings(records, actions, counter.violations);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Counter implements Consumer<Violation> {
        private final Consumer<Violation> to;
        private long violations;

        private Counter(Consumer<Violation> to) {
            this.to = to;
        }

        @Override
        public void accept(Violation violation) {
            violations++;
            to.accept(violation);
        }
    }
}
