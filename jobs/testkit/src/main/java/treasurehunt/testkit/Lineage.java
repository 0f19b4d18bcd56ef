package treasurehunt.testkit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a job may go on from: a snapshot it was told to start from or was stopped with, and the
 * checkpoints made since. Those made before lead to another present, whatever their numbers: the
 * snapshot of a stop is newer than all of them, and one from further back starts to count again.
 *
 * @param abandoned the folders of the starts before
 */
record Lineage(Path checkpoints, Optional<Path> origin, Set<Path> abandoned) {
    /** From all the checkpoints there are. */
    static Lineage of(Path checkpoints) {
        return new Lineage(checkpoints, Optional.empty(), Set.of());
    }

    /** From this snapshot on, while no job runs. */
    Lineage from(Path snapshot) {
        return new Lineage(
                checkpoints, Optional.of(snapshot), Set.copyOf(Checkpoints.jobs(checkpoints)));
    }

    Optional<Path> newestCheckpoint() {
        return Checkpoints.newest(checkpoints, abandoned);
    }

    Optional<Path> newest() {
        return newestCheckpoint().or(() -> origin);
    }
}
