package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.testkit.FlinkJob;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An engine that is stopped with a savepoint and goes on with another parallelism, and back. */
class RescaleIT {
    private static final int ACTIONS = 600;

    @TempDir Path folder;

    @Test
    void changesNoResultAndADrainAnnouncesNothing() throws Exception {
        Hunt[] hunts = {Hunts.nightMarket(), Hunts.lantern()};
        Players players = new Players(Seed.printed(), hunts);
        try (HuntSystem system = HuntSystem.start(folder)) {
            system.publish(hunts);
            try (HuntSystem.Engine engine = system.engine("engine", 1, Map.of()).start();
                    EngineAnswers committed = EngineAnswers.committed(system)) {
                FlinkJob job = engine.job();
                Path savepoints = folder.resolve("savepoints");
                system.send(players, ACTIONS);
                committed.await(ACTIONS / 2);
                for (String parallelism : List.of("2", "1")) {
                    Path savepoint =
                            job.stopWithSavepoint(
                                    engine.restPort(), savepoints, HuntSystem.PATIENCE);
                    system.send(players, ACTIONS);
                    job.startFrom(
                            savepoint,
                            Map.of(
                                    "parallelism.default",
                                    parallelism,
                                    "taskmanager.numberOfTaskSlots",
                                    parallelism));
                    job.awaitRunning(engine.restPort(), HuntSystem.PATIENCE);
                    system.send(players, ACTIONS);
                }
                committed.await(5 * ACTIONS);

                job.drainWithSavepoint(engine.restPort(), savepoints, HuntSystem.PATIENCE);

                Judged replayed = Judged.replayed(system, folder, place -> true);
                // To many a time limit was still to come.
                committed.judged().assertResultsAreUpToItsEnd(replayed);
                assertThat(replayed.results().values())
                        .anyMatch(RescaleIT::hasJoinedWhatEndsByItself);
            }
        }
    }

    private static boolean hasJoinedWhatEndsByItself(List<String> results) {
        return results.stream()
                        .anyMatch(line -> line.contains("night-market") && line.contains("JOINED"))
                && results.stream().noneMatch(line -> line.contains("ABANDONED"));
    }
}
