package treasurehunt.benchmarks;

import treasurehunt.auditor.generator.GeneratedLog;
import treasurehunt.auditor.generator.Settings;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A realistic log, read on its way: each record with the time that its partition has come to. */
final class Workload {
    private final GeneratedLog log;
    private final Intake intake;
    private final long[] times;

    Workload(List<Hunt> hunts, Settings settings) {
        log = GeneratedLog.about(hunts, settings);
        intake = new Intake(OptionalInt.of(settings.partitions()), Seals.asRecorded());
        times = new long[settings.partitions()];
    }

    /** The next record; moves its partition's time. */
    RawRecord next() {
        RawRecord record = log.next();
        times[record.partition()] = Math.max(times[record.partition()], record.appendTime());
        return record;
    }

    /** The action in the record that came last; nothing if it is a tick or no action. */
    Optional<LoggedAction> admit(RawRecord record) {
        if (record.tick()) {
            return Optional.empty();
        }
        try {
            return Optional.of(intake.admit(record, times[record.partition()]));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    /** The next action; what is none is passed over. */
    LoggedAction action() {
        Optional<LoggedAction> action = admit(next());
        while (action.isEmpty()) {
            action = admit(next());
        }
        return action.get();
    }

    /** The next so many actions. */
    List<LoggedAction> actions(int count) {
        List<LoggedAction> actions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            actions.add(action());
        }
        return actions;
    }
}
