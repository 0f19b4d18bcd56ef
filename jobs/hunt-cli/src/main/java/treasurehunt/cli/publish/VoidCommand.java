package treasurehunt.cli.publish;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.KeysOption;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.engine.HuntEngineJob;
import treasurehunt.engine.fence.LateVersionException;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.JobRest;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Lets an engine go on that stands stopped because a version of a hunt came too late. */
@Command(
        name = "void",
        description = {
            "Say that a version of a hunt counts for nobody, so that an engine goes on that has stopped"
                    + " because it found that version too late.",
            "Refused unless the engine stands stopped for exactly that version: one that may have"
                    + " judged anybody cannot be taken back."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt void harbour-lights 2",
            "  ./hunt void harbour-lights 2 --engine http://flink-1:8081 --kafka kafka-1:9092"
        })
public final class VoidCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private KeysOption keys;

    @Option(
            names = "--engine",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            converter = Dashboard.class,
            description = "The engine's dashboard. Default: ${DEFAULT-VALUE}.")
    private URI engine;

    @Parameters(index = "0", paramLabel = "HUNT", description = "Which hunt.")
    private String hunt;

    @Parameters(index = "1", paramLabel = "VERSION", description = "Which version of it.")
    private int version;

    @Override
    public Integer call()
            throws CommandFailedException, IOException, InterruptedException, ExecutionException {
        PublishedHunts.Id id = new PublishedHunts.Id(hunt, version);
        Broker broker = kafka.reach();
        broker.partitions(TopicSettings.HUNTS);
        try (HuntPublisher publisher =
                new HuntPublisher(broker.address(), TopicSettings.HUNTS, keys.of(Role.HUNTS))) {
            requirePublished(id, publisher.published());
            requireStoppedFor(id);
            publisher.makeVoid(id);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                id
                        + " is void and counts for nobody. The engine goes on when it next starts, within a"
                        + " minute or so. Publish what you meant under the next number.");
        out.flush();
        return 0;
    }

    private static void requirePublished(PublishedHunts.Id id, PublishedHunts published)
            throws CommandFailedException {
        PublishedHunts.Version there =
                published
                        .find(id)
                        .orElseThrow(() -> new CommandFailedException(id + " is not published."));
        if (there.isVoid()) {
            throw new CommandFailedException(id + " is void already.");
        }
    }

    /** Where a browser would find it. */
    static final class Dashboard implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI uri = URI.create(text);
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                // Said below.
            }
            throw new TypeConversionException(text + " is no http://HOST:PORT");
        }
    }

    private void requireStoppedFor(PublishedHunts.Id id) throws CommandFailedException {
        JobRest job = JobRest.of(engine, HuntEngineJob.JOB_NAME);
        String state =
                job.state()
                        .map(Enum::name)
                        .orElseThrow(
                                () ->
                                        new CommandFailedException(
                                                "No engine answers at "
                                                        + engine
                                                        + ": say with --engine URL where its dashboard is. Without"
                                                        + " it nobody knows whether "
                                                        + id
                                                        + " has judged anybody."));
        boolean forThis =
                job.newestFailure()
                        .filter(failure -> failure.contains(LateVersionException.messageOf(id)))
                        .isPresent();
        if (!forThis || job.allTasksRunning()) {
            throw new CommandFailedException(
                    "The engine at "
                            + engine
                            + " does not stand stopped for "
                            + id
                            + " (it is "
                            + state
                            + "): that version may have judged players. Publish the next number instead.");
        }
    }
}
