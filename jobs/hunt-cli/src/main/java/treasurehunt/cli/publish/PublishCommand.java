package treasurehunt.cli.publish;

import org.apache.kafka.clients.admin.Admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.HuntFiles;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.Refusal;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.json.JsonWriter;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Publishes hunts. All files are checked before the first is sent: a refused one holds back all.
 */
@Command(
        name = "publish",
        description = "Check hunt definitions and publish them; what is published never changes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt publish schemas/examples/harbour-lights.yaml",
            "  ./hunt publish hunts/*.yaml --kafka kafka-1:9092 --json"
        })
public final class PublishCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Option(names = "--json", description = "Say what was done as one JSON line a hunt.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE.yaml", description = "The hunts, one a file.")
    private List<Path> files;

    @Override
    public Integer call()
            throws CommandFailedException,
                    TopicRefusedException,
                    InterruptedException,
                    ExecutionException {
        HuntFiles read = HuntFiles.readToPublish(files);
        List<HuntFile> hunts = read.and(versions(read.hunts())).orRefuse();
        Broker broker = kafka.reach();
        TopicSettings topic = TopicSettings.hunts(TopicSettings.HUNTS);
        try (Admin admin = broker.admin()) {
            Topics.createOrVerify(admin, List.of(topic));
        }
        try (HuntPublisher publisher = new HuntPublisher(broker.address(), topic.name())) {
            read.and(alreadyThere(hunts, publisher.published())).orRefuse();
            for (HuntFile hunt : hunts) {
                say(hunt, publisher.publish(hunt.hunt()));
            }
        }
        return 0;
    }

    private static List<Refusal> versions(List<HuntFile> hunts) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, HuntFile> first = new HashMap<>();
        for (HuntFile hunt : hunts) {
            HuntFile other = first.putIfAbsent(hunt.hunt().id(), hunt);
            if (other != null && other.hunt().version() != hunt.hunt().version()) {
                refusals.add(
                        hunt.refusal(
                                "hunt "
                                        + hunt.hunt().id()
                                        + " is in "
                                        + other.file()
                                        + ", too, in version "
                                        + other.hunt().version()
                                        + "; once published it never changes: publish one of them"));
            }
        }
        return refusals;
    }

    private static List<Refusal> alreadyThere(List<HuntFile> hunts, Map<String, Hunt> published) {
        List<Refusal> refusals = new ArrayList<>();
        for (HuntFile hunt : hunts) {
            Hunt there = published.get(hunt.hunt().id());
            if (there != null) {
                refusals.add(
                        hunt.refusal(
                                "hunt "
                                        + hunt.hunt().id()
                                        + " is published already, in version "
                                        + there.version()
                                        + ", and never changes: give this one another id"));
            }
        }
        return refusals;
    }

    private void say(HuntFile file, long offset) {
        PrintWriter out = spec.commandLine().getOut();
        Hunt hunt = file.hunt();
        out.println(json ? jsonLine(hunt, offset) : inWords(file, hunt));
        out.flush();
    }

    private static String inWords(HuntFile file, Hunt hunt) {
        return "Published %s (version %d, %d %s) from %s."
                .formatted(
                        hunt.id(),
                        hunt.version(),
                        hunt.clues().size(),
                        hunt.clues().size() == 1 ? "clue" : "clues",
                        file.file());
    }

    private static String jsonLine(Hunt hunt, long offset) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.text("hunt", hunt.id());
                            object.number("version", hunt.version());
                            object.number("offset", offset);
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
