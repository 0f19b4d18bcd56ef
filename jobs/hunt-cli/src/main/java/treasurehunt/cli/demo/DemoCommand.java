package treasurehunt.cli.demo;

import org.apache.kafka.common.errors.InterruptException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.OutputFile;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.TimeSpan;
import treasurehunt.cli.database.PostgresOption;
import treasurehunt.cli.demo.view.Display;
import treasurehunt.cli.demo.view.Frame;
import treasurehunt.cli.demo.view.Ink;
import treasurehunt.cli.demo.view.LiveDisplay;
import treasurehunt.cli.demo.view.PlainDisplay;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.projector.Rebuilding;
import treasurehunt.schemas.hunt.Hunt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Shows the engine at work: a broker, the jobs, a database, and people who play. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start a Kafka broker, the engine, and a Postgres with the projector that fills it, let"
                    + " crowds of simulated players play some hunts, and report whether every action"
                    + " was answered exactly once, as the rules say, and stands so in the database."
                    + " Kill a job meanwhile: it comes back. Ctrl-C ends it; nothing stays behind,"
                    + " unless it is to be kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt demo",
            "  ./hunt demo --headless --players 500 --rate 1000 --for 30s --report report.json",
            "  ./hunt demo --keep my-demo",
            "  ./hunt demo --postgres jdbc:postgresql://localhost:5432/hunts --user hunts"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int INTERRUPTED = 130;
    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_KAFKA = 9_092;
    private static final int MOST_PLAYERS = 100_000;
    private static final int HIGHEST_RATE = 100_000;
    private static final int MOST_PARTITIONS = 200;

    @Spec private CommandSpec spec;

    @Mixin private KeysOption keys;

    @Option(names = "--headless", description = "Plain lines instead of the live view.")
    private boolean headless;

    @Option(
            names = "--players",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many play at a time, at least. Default: ${DEFAULT-VALUE}.")
    private int players;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeSpan.class,
            description =
                    "How long they play, such as 30s or 1h30m, on top of the first "
                            + Demo.WARM_UP_SECONDS
                            + " s, which warm up and are not measured. Default: until Ctrl-C.")
    private Optional<Duration> duration = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description =
                    "Actions a second on a fixed grid, whether the engine keeps up or not. In the"
                            + " first "
                            + Demo.WARM_UP_SECONDS
                            + " s, which warm up on top of --for and are not measured, the rate"
                            + " rises slowly. Default: as fast as people think.")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Who the players are. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--hunt",
            paramLabel = "FILE",
            description =
                    "A hunt to play; may be said again. Default: three of the examples, a walk"
                            + " through a town, a puzzle, and Harbour Lights.")
    private List<Path> hunts = List.of();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Keep the log, the jobs' state and the database there, and go on with what an"
                            + " earlier demo has left there. Default: nothing stays.")
    private Optional<Path> kept = Optional.empty();

    @Mixin private PostgresOption postgres;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The broker's; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    @Option(
            names = "--dashboard-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Flink's dashboard; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int dashboardPort;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "9249",
            description = "For Prometheus; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int metricsPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "" + PostgresOption.DEMO_PORT,
            description =
                    "The database's, without --postgres; 0 for any free one. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int postgresPort;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of actions and results. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Override
    @SuppressWarnings("try") // Nothing is asked of ctrlC but to be there.
    public Integer call()
            throws CommandFailedException, TopicRefusedException, ExecutionException, IOException {
        DemoSettings settings = settings();
        refuseUnwritableReport();
        Obstacles.refuseIfAny(settings);
        Display display = display();
        try (CtrlC ctrlC = CtrlC.interrupts(Thread.currentThread())) {
            return run(settings, display);
        }
    }

    private int run(DemoSettings settings, Display display)
            throws CommandFailedException, TopicRefusedException, ExecutionException, IOException {
        try (DemoSystem system = new DemoSystem(settings, display::say)) {
            List<Hunt> played = system.start().played();
            signposts(system, played.get(played.size() - 1).id()).forEach(display::say);
            Report result = new Demo(system, settings, played, display).play();
            result.inWords().forEach(display::say);
            display.say(whereItIs(settings));
            write(result);
            return result.isGood() ? GOOD : BAD;
        } catch (InterruptedException e) {
            return interrupted(display);
        } catch (CommandFailedException
                | TopicRefusedException
                | IOException
                | RuntimeException e) {
            if (isInterruption(e)) {
                return interrupted(display);
            }
            if (e instanceof IllegalStateException) {
                throw new CommandFailedException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Whether this was thrown because the thread was interrupted, and for no other reason. */
    static boolean isInterruption(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        cause ->
                                cause instanceof InterruptedException
                                        || cause instanceof InterruptException
                                        || cause instanceof ClosedByInterruptException);
    }

    private static int interrupted(Display display) {
        display.say("Stopped before there was anything to report.");
        return INTERRUPTED;
    }

    private static String whereItIs(DemoSettings settings) {
        String database =
                settings.postgres().isPresent()
                        ? "the tables are at " + settings.postgres().get().url()
                        : "the tables in postgres";
        return settings.kept()
                .map(
                        folder ->
                                "Kept      in %s: the topics in kafka, the jobs' state beside them, %s. Go on with ./hunt demo --keep %s"
                                        .formatted(folder, database, folder))
                .orElse("Nothing stays: topics and tables do with --keep DIR");
    }

    private static List<String> signposts(DemoSystem system, String hunt) {
        DemoSettings.Ports ports = system.ports();
        String kafka = ports.kafka() == DEFAULT_KAFKA ? "" : " --kafka localhost:" + ports.kafka();
        String url = system.database().url();
        String postgres =
                url.equals(PostgresOption.DEMOS)
                        ? ""
                        : " --postgres " + url + " --user " + system.database().user();
        return List.of(
                "",
                "  Kafka      localhost:"
                        + ports.kafka()
                        + ", topics "
                        + String.join(", ", TopicSettings.ALL),
                "  Dashboard  http://localhost:" + ports.dashboard(),
                "  Metrics    http://localhost:" + ports.metrics() + "/metrics",
                "  Postgres   " + url + ", tables " + String.join(", ", Rebuilding.TABLES),
                "  Engine     pid "
                        + system.engine().pid()
                        + "; try: kill -9 "
                        + system.engine().pid(),
                "  Projector  pid "
                        + system.projector().pid()
                        + ", its dashboard http://localhost:"
                        + system.projector().restPort()
                        + ", its metrics http://localhost:"
                        + system.projectorMetrics()
                        + "/metrics",
                "",
                "  ./hunt tail results --uncommitted" + kafka,
                "  ./hunt play " + hunt + " --player me" + kafka,
                "  ./hunt leaders " + hunt + postgres,
                "  ./hunt psql" + postgres,
                "");
    }

    private void write(Report result) throws IOException {
        if (report.isPresent()) {
            try (OutputFile file = OutputFile.of(report.get())) {
                result.writeTo(file.stream());
                file.complete();
            }
        }
    }

    private Display display() {
        PrintWriter out = spec.commandLine().getOut();
        return Terminal.isThere() && !headless
                ? new LiveDisplay(out, new Frame(Ink.ofTerminal()))
                : new PlainDisplay(out);
    }

    private DemoSettings settings() {
        require(players >= 1 && players <= MOST_PLAYERS, "--players", "1 to " + MOST_PLAYERS);
        require(
                rate.isEmpty() || (rate.get() >= 1 && rate.get() <= HIGHEST_RATE),
                "--rate",
                "1 to " + HIGHEST_RATE);
        require(
                partitions >= 1 && partitions <= MOST_PARTITIONS,
                "--partitions",
                "1 to " + MOST_PARTITIONS);
        requirePort(kafkaPort, "--kafka-port");
        requirePort(dashboardPort, "--dashboard-port");
        requirePort(metricsPort, "--metrics-port");
        requirePort(postgresPort, "--postgres-port");
        List<Integer> given =
                Stream.of(kafkaPort, dashboardPort, metricsPort, postgresPort)
                        .filter(p -> p > 0)
                        .toList();
        if (given.stream().distinct().count() < given.size()) {
            throw wrong(
                    "--kafka-port, --dashboard-port, --metrics-port, --postgres-port: each needs its own");
        }
        return new DemoSettings(
                players,
                duration,
                rate.map(OptionalInt::of).orElse(OptionalInt.empty()),
                seed,
                partitions,
                hunts,
                keys,
                kept,
                postgres.ifGiven(),
                new DemoSettings.Ports(kafkaPort, dashboardPort, metricsPort, postgresPort),
                home());
    }

    private static Path home() {
        return Path.of(System.getProperty("hunt.home", ""));
    }

    private void refuseUnwritableReport() throws CommandFailedException {
        if (report.isEmpty()) {
            return;
        }
        Path folder = report.get().toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || Files.isDirectory(report.get())) {
            throw new CommandFailedException(
                    "--report: " + report.get() + " is no file in a folder that is there.");
        }
    }

    private void requirePort(int port, String option) {
        require(port >= 0 && port <= HIGHEST_PORT, option, "0 to " + HIGHEST_PORT);
    }

    private void require(boolean holds, String option, String range) {
        if (!holds) {
            throw wrong(option + ": must be " + range);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
