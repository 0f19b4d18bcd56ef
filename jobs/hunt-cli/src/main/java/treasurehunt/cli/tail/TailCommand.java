package treasurehunt.cli.tail;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.JsonLine;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.conversation.Words;
import treasurehunt.cli.words.Quoted;
import treasurehunt.connector.kafka.source.RawRecords;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Follows a topic. */
@Command(
        name = "tail",
        description = {
            "Follow a topic. Results and dead letters are told in words; with --json, and in other"
                    + " topics, there is one JSON line a record as it stands there, and what is no"
                    + " JSON is escaped as a JSON text. Ticks are passed over. Ctrl-C ends it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt tail results --player me",
            "  ./hunt tail results --uncommitted     (each answer as soon as it is given)",
            "  ./hunt tail results --from-start --json > results.ndjson",
            "  ./hunt tail actions --from-start --max 10"
        })
public final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Parameters(
            paramLabel = "TOPIC",
            description = "hunts, actions, results, progress or dead-letters.")
    private String topic;

    @Option(names = "--from-start", description = "From the first record on, not from now on.")
    private boolean fromStart;

    @Option(names = "--player", paramLabel = "PLAYER", description = "Only records of this player.")
    private String player;

    @Option(names = "--max", paramLabel = "N", description = "End after so many lines.")
    private long max = Long.MAX_VALUE;

    @Option(
            names = "--uncommitted",
            description =
                    "Also what the engine has not committed yet: sooner, but after a failure of the"
                            + " engine it may come twice.")
    private boolean uncommitted;

    @Option(names = "--json", description = "Records as they stand there, one JSON line each.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailedException {
        if (!TopicSettings.ALL.contains(topic)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "TOPIC: " + topic + " is none of " + String.join(", ", TopicSettings.ALL));
        }
        if (max < 1) {
            throw new ParameterException(spec.commandLine(), "--max: " + max + " is less than 1");
        }
        Broker broker = kafka.reach();
        List<TopicPartition> partitions = broker.partitions(topic);
        IsolationLevel isolation =
                uncommitted ? IsolationLevel.READ_UNCOMMITTED : IsolationLevel.READ_COMMITTED;
        try (Consumer<byte[], byte[]> consumer = broker.consumer(isolation)) {
            consumer.assign(partitions);
            if (fromStart) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            OrderlyEnd end = OrderlyEnd.wakes(consumer);
            try {
                follow(consumer);
            } catch (WakeupException e) {
                // Ctrl-C is how following ends.
            } finally {
                end.over();
            }
        }
        return 0;
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        PrintWriter out = spec.commandLine().getOut();
        long lines = 0;
        while (true) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (isWanted(record)) {
                    out.println(line(record));
                    if (++lines == max) {
                        out.flush();
                        return;
                    }
                }
            }
            if (out.checkError() || System.out.checkError()) {
                // Nobody reads any more.
                return;
            }
        }
    }

    private String line(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (!json && topic.equals(TopicSettings.RESULTS)) {
                Result result = ResultCodec.decode(record.value());
                return "%s %s %s: %s"
                        .formatted(
                                Quoted.visible(result.id()),
                                Quoted.visible(result.player()),
                                Quoted.visible(result.hunt()),
                                Words.of(result));
            } else if (!json && topic.equals(TopicSettings.DEAD_LETTERS)) {
                DeadLetter letter = DeadLetterCodec.decode(record.value());
                return Quoted.visible(letter.id()) + " " + Words.of(letter);
            }
        } catch (MalformedJsonException e) {
            // A newer engine's words are shown as they are.
        }
        return JsonLine.of(record.value());
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        return !RawRecords.of(record).tick()
                && (player == null || JsonLine.isOf(player, record.key(), record.value()));
    }
}
