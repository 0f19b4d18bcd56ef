package treasurehunt.cli.demo;

import treasurehunt.auditor.Evidence;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.audit.Audit;
import treasurehunt.cli.audit.Audited;
import treasurehunt.cli.audit.Shown;
import treasurehunt.cli.database.Database;
import treasurehunt.cli.demo.crowd.Answers;
import treasurehunt.cli.demo.crowd.Crowd;
import treasurehunt.cli.demo.crowd.Driver;
import treasurehunt.cli.demo.crowd.Grid;
import treasurehunt.cli.demo.crowd.Newcomers;
import treasurehunt.cli.demo.crowd.Operators;
import treasurehunt.cli.demo.view.Display;
import treasurehunt.cli.demo.view.Health;
import treasurehunt.cli.demo.view.Tally;
import treasurehunt.cli.demo.view.Trend;
import treasurehunt.cli.log.Recording;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Crowds playing on a running system, from the first action to the report. */
final class Demo {
    /** Latencies count when Java has compiled what runs often. */
    static final int WARM_UP_SECONDS = 8;

    static final Duration WARM_UP = Duration.ofSeconds(WARM_UP_SECONDS);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SECOND_MILLIS = 1_000;

    private final DemoSystem system;
    private final DemoSettings settings;
    private final List<Hunt> hunts;
    private final Display display;
    private final long start = System.nanoTime();
    private final long measuredFrom = start + WARM_UP.toNanos();
    private final Tally tally;
    private final CompletableFuture<String> trouble = new CompletableFuture<>();

    Demo(DemoSystem system, DemoSettings settings, List<Hunt> hunts, Display display) {
        this.system = system;
        this.settings = settings;
        this.hunts = hunts;
        this.display = display;
        tally = new Tally(hunts, measuredFrom);
    }

    /** Plays until time is up or somebody interrupts, and waits until all is answered. */
    Report play() throws CommandFailedException, IOException, InterruptedException {
        display.say("Playing, the first %d s to warm up.".formatted(WARM_UP.toSeconds()));
        try (Driver driver =
                        new Driver(
                                crowd(),
                                new Operators(settings.seed(), system.run()),
                                settings.keys().of(Role.OPERATORS),
                                grid(),
                                system.broker().producer(),
                                tally,
                                this::fail);
                Answers answers =
                        new Answers(
                                system.broker().address(),
                                system.broker().answerPartitions(),
                                driver::saw,
                                this::fail)) {
            answers.start();
            driver.start(start);
            showUntilEnd();
            double seconds = Math.max(0, (System.nanoTime() - measuredFrom) / 1e9);
            driver.stopSending();
            return report(seconds);
        }
    }

    private Optional<Grid> grid() {
        return settings.rate().isPresent()
                ? Optional.of(new Grid(settings.rate().getAsInt(), WARM_UP))
                : Optional.empty();
    }

    private Crowd crowd() {
        Newcomers newcomers = new Newcomers(hunts, settings.seed(), system.run());
        double haste = Crowd.haste(settings.players(), settings.rate());
        return new Crowd(newcomers::next, settings.players(), haste, start);
    }

    private void fail(RuntimeException e) {
        trouble.complete(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private void showUntilEnd() throws CommandFailedException {
        ScheduledExecutorService painters =
                Executors.newScheduledThreadPool(
                        2,
                        work -> {
                            Thread thread = new Thread(work, "display");
                            thread.setDaemon(true);
                            return thread;
                        });
        try {
            Painter painter = new Painter();
            long period = display.period().toMillis();
            var unusedToo =
                    painters.scheduleWithFixedDelay(
                            painter::askJobs, 0, SECOND_MILLIS, TimeUnit.MILLISECONDS);
            var unused =
                    painters.scheduleAtFixedRate(painter, period, period, TimeUnit.MILLISECONDS);
            awaitEnd();
        } finally {
            painters.shutdownNow();
        }
    }

    private void awaitEnd() throws CommandFailedException {
        CompletableFuture<Object> end = CompletableFuture.anyOf(trouble, system.engine().failure());
        // Nobody who plays needs it.
        var unused = system.projector().failure().thenAccept(display::say);
        try {
            Object why =
                    settings.duration().isPresent()
                            ? end.get(
                                    WARM_UP.plus(settings.duration().get()).toMillis(),
                                    TimeUnit.MILLISECONDS)
                            : end.get();
            throw new CommandFailedException("The demo cannot go on: " + why);
        } catch (TimeoutException e) {
            display.say(
                    "Time is up: waiting until the last answers are committed, to audit them ...");
        } catch (InterruptedException e) {
            display.say(
                    "Waiting for the last answers to be committed, to audit them (Ctrl-C: not at all) ...");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes these with an exception", e);
        }
    }

    /** What the system came to, when nothing in it changes any more. */
    private Report report(double seconds) throws CommandFailedException, IOException {
        Path folder = system.auditFolder();
        record(folder);
        long ownRestarts = system.ownRestarts();
        boolean projected = system.settle();
        Shown violations = new Shown();
        Audited audited =
                new Audit(violations::take, records -> {}).of(evidence(folder, projected));
        return new Report(
                audited,
                violations.lines(),
                projected,
                system.engine().revivals() + system.projector().revivals(),
                ownRestarts,
                tally.standing(),
                seconds,
                settings.seed(),
                settings.players(),
                settings.rate());
    }

    /** Waits until all actions have their answers committed, or no more of them come. */
    private Recording.Log record(Path folder) throws CommandFailedException, IOException {
        return recording()
                .answeredLog(
                        folder.resolve("actions.ndjson"),
                        folder.resolve("hunts"),
                        folder.resolve("results.ndjson"),
                        PATIENCE)
                .log();
    }

    private Recording recording() throws CommandFailedException, IOException {
        return new Recording(
                system.broker(),
                settings.keys().seals(),
                settings.keys().of(Role.HUNTS),
                new PrintWriter(Writer.nullWriter()));
    }

    /** All of it again: time may have brought something until the engine ended. */
    private Evidence evidence(Path folder, boolean projected)
            throws CommandFailedException, IOException {
        Recording.Log log = record(folder);
        Path progress = folder.resolve("progress.ndjson");
        recording().snapshots(progress);
        Path tables = folder.resolve("tables");
        if (projected) {
            try (Database there = Database.of(system.database())) {
                there.writeTables(tables);
            }
        }
        return new Evidence(
                HuntFile.in(folder.resolve("hunts")),
                settings.keys().of(Role.HUNTS),
                folder.resolve("actions.ndjson"),
                folder.resolve("results.ndjson"),
                OptionalInt.of(log.partitions()),
                Evidence.End.OPEN,
                Optional.of(progress),
                projected ? Optional.of(tables) : Optional.empty());
    }

    /** Shows how things stand, and how they went in the last seconds. */
    private final class Painter implements Runnable {
        private final Trend rates = new Trend();
        private final Trend slowest = new Trend();
        private long lately = start;
        private long sentUntilLately;
        private volatile List<Health> jobs = List.of();

        /** On another thread than what is painted: a job that is gone takes its time to answer. */
        void askJobs() {
            try {
                jobs = List.of(system.engine().health(), system.projector().health());
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        @Override
        public void run() {
            try {
                paint();
            } catch (RuntimeException e) {
                // Thrown on, it would end the painting without a word.
                fail(e);
            }
        }

        private void paint() {
            long now = System.nanoTime();
            Tally.Standing standing = tally.standing();
            if (now - lately >= TimeUnit.MILLISECONDS.toNanos(SECOND_MILLIS)) {
                rates.add((standing.sent() - sentUntilLately) / ((now - lately) / 1e9));
                slowest.add(tally.lately().p99());
                lately = now;
                sentUntilLately = standing.sent();
            }
            display.show(
                    new Display.Picture(
                            Duration.ofNanos(Math.max(0, now - measuredFrom)),
                            settings.duration(),
                            standing,
                            rates.values(),
                            slowest.values(),
                            jobs));
        }
    }
}
