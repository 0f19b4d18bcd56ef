package treasurehunt.cli.rebuild;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.database.PostgresOption;
import treasurehunt.cli.log.Pace;
import treasurehunt.cli.log.WholeTopics;
import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.connector.postgres.sink.Refusals;
import treasurehunt.connector.postgres.sink.Row;
import treasurehunt.projector.Rebuilding;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Makes the projector's tables anew from the topics. */
@Command(
        name = "rebuild",
        description = {
            "Empty the projector's tables and make them anew from all that is committed in the topics"
                    + " progress and results. The projector may go on running. Who was forgotten stays so.",
            "Until it is done, readers of the tables see less than there is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt rebuild --postgres jdbc:postgresql://localhost:5432/hunts --user hunts"
        })
public final class RebuildCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private PostgresOption postgres;

    private long refused;

    @Override
    public Integer call() throws Exception {
        PostgresOptions options = postgres.orDemos();
        Broker broker = kafka.reach();
        requireAllThereEverWas(broker);
        try (Rebuilding rebuilding = new Rebuilding(options, new Told())) {
            rebuilding.empty();
            read(broker, rebuilding);
            long rows = rebuilding.finish();
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    refused == 0
                            ? "Wrote %,d rows: the tables are as the topics.".formatted(rows)
                            : "Wrote %,d rows; the database refused %,d, which are missing."
                                    .formatted(rows - refused, refused));
            out.flush();
            return refused == 0 ? 0 : 1;
        } catch (SQLException e) {
            throw new CommandFailedException(
                    "%s: %s Are its tables there? The projector makes them when it starts."
                            .formatted(options, e.getMessage()),
                    e);
        }
    }

    /** Before anything is emptied. */
    private static void requireAllThereEverWas(Broker broker) throws CommandFailedException {
        broker.partitions(TopicSettings.PROGRESS);
        List<TopicPartition> results = broker.partitions(TopicSettings.RESULTS);
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            for (Map.Entry<TopicPartition, Long> begin :
                    consumer.beginningOffsets(results).entrySet()) {
                if (begin.getValue() > 0) {
                    throw new CommandFailedException(
                            "%s begins at offset %d: what stood before is gone, and the tables would lose it. Nothing was changed."
                                    .formatted(begin.getKey(), begin.getValue()));
                }
            }
        }
    }

    private void read(Broker broker, Rebuilding rebuilding) throws Exception {
        Pace pace =
                new Pace("Read", spec.commandLine().getErr(), Terminal.isThere(), System::nanoTime);
        try {
            WholeTopics.committed(broker, TopicSettings.PROGRESS, TopicSettings.RESULTS)
                    .read(
                            record -> {
                                take(record, rebuilding);
                                pace.step();
                            });
        } finally {
            pace.end();
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Rebuilding rebuilding)
            throws Exception {
        CommittedRecord committed =
                new CommittedRecord(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.key(),
                        record.value());
        if (record.topic().equals(TopicSettings.PROGRESS)) {
            rebuilding.takeProgress(committed);
        } else {
            rebuilding.takeResult(committed);
        }
    }

    /** Says each refused row, by where it comes from: what is in it is for the database alone. */
    private final class Told implements Refusals {
        @Override
        public void refused(Row row, String why) {
            refused++;
            spec.commandLine()
                    .getErr()
                    .println(
                            "%s %d:%d: %s, a row of %s"
                                    .formatted(
                                            row.origin().topic(),
                                            row.origin().partition(),
                                            row.origin().offset(),
                                            why,
                                            row.target()));
        }

        @Override
        public void close() {}
    }
}
