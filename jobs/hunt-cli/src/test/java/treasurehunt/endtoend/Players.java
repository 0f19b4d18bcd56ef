package treasurehunt.endtoend;

import org.apache.kafka.clients.producer.ProducerRecord;

import treasurehunt.auditor.generator.GeneratedLog;
import treasurehunt.auditor.generator.Settings;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;

import java.util.List;
import java.util.OptionalInt;

/** What players of some hunts send, all of it actions. */
final class Players {
    private static final int PLAYERS = 300;

    private final Intake intake = new Intake(OptionalInt.of(HuntSystem.PARTITIONS), Seals.none());
    private final GeneratedLog log;

    Players(long seed, Hunt... hunts) {
        log =
                GeneratedLog.about(
                        List.of(hunts),
                        new Settings(seed, 0, PLAYERS, HuntSystem.PARTITIONS, true));
    }

    /** The next record, with neither time nor partition: the broker gives it both. */
    ProducerRecord<byte[], byte[]> next() {
        RawRecord record = log.next();
        while (!isAction(record)) {
            record = log.next();
        }
        return new ProducerRecord<>(TopicSettings.ACTIONS, record.key(), record.value());
    }

    private boolean isAction(RawRecord record) {
        try {
            return !record.tick()
                    && intake.admit(record, record.appendTime()).player().length() > 0;
        } catch (RejectedException e) {
            return false;
        }
    }
}
