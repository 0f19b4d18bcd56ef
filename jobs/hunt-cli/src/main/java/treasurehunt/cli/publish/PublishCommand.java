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
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.Refusal;
import treasurehunt.connector.kafka.hunts.ClocksDifferException;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Versions;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Publishes hunts. All files are checked before the first is sent: a refused one holds back all.
 */
@Command(
        name = "publish",
        description = {
            "Check hunt definitions and publish them; what is published never changes. Returns when"
                    + " those are in effect that do not say from when on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt publish schemas/examples/harbour-lights.yaml",
            "  ./hunt publish hunts/*.yaml --kafka kafka-1:9092 --json"
        })
public final class PublishCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private KeysOption keys;

    @Option(names = "--json", description = "Say what was done as one JSON line a hunt.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE.yaml", description = "The hunts, one a file.")
    private List<Path> files;

    @Override
    public Integer call()
            throws CommandFailedException,
                    IOException,
                    TopicRefusedException,
                    ClocksDifferException,
                    InterruptedException,
                    ExecutionException {
        HuntFiles read = HuntFiles.read(files, keys.ofHuntsIfThere());
        List<HuntFile> hunts = read.orRefuse();
        Keys sealing = keys.of(Role.HUNTS);
        Broker broker = kafka.reach();
        TopicSettings topic = TopicSettings.hunts(TopicSettings.HUNTS);
        try (Admin admin = broker.admin()) {
            Topics.createOrVerify(admin, List.of(topic));
        }
        try (HuntPublisher publisher = new HuntPublisher(broker.address(), topic.name(), sealing)) {
            read.and(refusals(hunts, publisher.published())).orRefuse();
            publisher.requireClocksThatAgree(broker.partitionsIfThere(TopicSettings.ACTIONS));
            long inEffect = 0;
            for (HuntFile hunt : hunts) {
                HuntPublisher.Published published = publisher.publish(hunt.hunt());
                say(hunt, published);
                if (hunt.hunt().effectiveFrom().isEmpty()) {
                    inEffect = Math.max(inEffect, published.effectiveAt());
                }
            }
            // Seconds: whoever plays next finds it.
            publisher.awaitTime(inEffect);
        }
        return 0;
    }

    private static List<Refusal> refusals(List<HuntFile> hunts, PublishedHunts published) {
        List<Refusal> refusals = new ArrayList<>();
        List<Hunt> given = hunts.stream().map(HuntFile::hunt).toList();
        for (HuntFile file : hunts) {
            Hunt hunt = file.hunt();
            published
                    .find(new PublishedHunts.Id(hunt.id(), hunt.version()))
                    .ifPresent(there -> refusals.add(alreadyThere(file, there)));
            List<Hunt> others = new ArrayList<>(given);
            published.counting(hunt.id()).forEach(version -> others.add(version.hunt()));
            Versions.restocked(hunt, others)
                    .forEach(problem -> refusals.add(file.refusal(problem)));
        }
        return refusals;
    }

    private static Refusal alreadyThere(HuntFile file, PublishedHunts.Version there) {
        String stands =
                there.isVoid() ? " is void and stays so" : " is published and never changes";
        return file.refusal(there.id() + stands + ": give this one the next number");
    }

    private void say(HuntFile file, HuntPublisher.Published published) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? jsonLine(file.hunt(), published) : inWords(file, published));
        out.flush();
    }

    private static String inWords(HuntFile file, HuntPublisher.Published published) {
        Hunt hunt = file.hunt();
        return "Published %s (version %d, %d %s) from %s; in effect from %s."
                .formatted(
                        hunt.id(),
                        hunt.version(),
                        hunt.clues().size(),
                        hunt.clues().size() == 1 ? "clue" : "clues",
                        file.file(),
                        Instant.ofEpochMilli(published.effectiveAt()));
    }

    private static String jsonLine(Hunt hunt, HuntPublisher.Published published) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.text("hunt", hunt.id());
                            object.number("version", hunt.version());
                            object.number("offset", published.offset());
                            object.number("effective_at", published.effectiveAt());
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
