package treasurehunt.cli.audit;

import treasurehunt.auditor.Auditor;
import treasurehunt.auditor.Evidence;
import treasurehunt.auditor.Findings;
import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.auditor.Violation;
import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.log.Recording;
import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Has answers audited, and counts what is wrong with them. */
public final class Audit {
    /** Where a record stands; an announcement's id has three parts. */
    private static final Pattern PLACE = Pattern.compile("\\d+:\\d+");

    private final Consumer<Violation> violations;
    private final LongConsumer progress;
    private final Map<Violation.Rule, Long> rules = new EnumMap<>(Violation.Rule.class);
    private long unanswered;

    /**
     * An audit, to be made once.
     *
     * @param violations told of each as it is found
     * @param progress told how many records of the log have been read, now and then
     */
    public Audit(Consumer<Violation> violations, LongConsumer progress) {
        this.violations = violations;
        this.progress = progress;
    }

    /** Over files. */
    public Audited of(Evidence evidence) throws CommandFailedException, IOException {
        return of(evidence, Map.of());
    }

    /**
     * Over what stands in the live topics now.
     *
     * @param seals which records are sealed
     * @param keys of hunts
     * @param folder for what is read from them
     * @param patience how long to wait for one more action's answer to be committed; one that comes
     *     later is missing
     * @param told how far reading has come, where that is a terminal, and when answers are missing
     */
    public Audited ofLive(
            Broker broker, Seals seals, Keys keys, Path folder, Duration patience, PrintWriter told)
            throws CommandFailedException, IOException {
        Path hunts = folder.resolve("hunts");
        Path actions = folder.resolve("actions.ndjson");
        Path results = folder.resolve("results.ndjson");
        Recording.Log log =
                new Recording(broker, seals, keys, told)
                        .answeredLog(actions, hunts, results, patience)
                        .log();
        if (!log.begunAt().isEmpty()) {
            throw new CommandFailedException(
                    "Partition %d of actions begins at offset %d: what stood before is gone, and without it nobody can judge what came after. Audit a recording that was made in time."
                            .formatted(
                                    log.begunAt().keySet().iterator().next(),
                                    log.begunAt().values().iterator().next()));
        }
        Evidence evidence =
                new Evidence(
                        HuntFile.in(hunts),
                        keys,
                        actions,
                        results,
                        OptionalInt.of(log.partitions()),
                        Evidence.End.OPEN,
                        // Read one after the other while the engine runs, and compacted, snapshots
                        // and results are no picture of one moment.
                        Optional.empty(),
                        Optional.empty());
        return of(evidence, log.stoppedAt());
    }

    private Audited of(Evidence evidence, Map<Integer, Long> stoppedAt)
            throws CommandFailedException, IOException {
        try {
            Findings findings = Auditor.audit(evidence, this::take, progress);
            return new Audited(findings, rules, unanswered, stoppedAt);
        } catch (UnreadableEvidenceException e) {
            throw new CommandFailedException(Quoted.visible(e.getMessage()), e);
        }
    }

    private void take(Violation violation) {
        rules.merge(violation.rule(), 1L, Long::sum);
        boolean missing = violation.rule() == Violation.Rule.MISSING;
        unanswered += missing && PLACE.matcher(violation.id()).matches() ? 1 : 0;
        violations.accept(violation);
    }
}
