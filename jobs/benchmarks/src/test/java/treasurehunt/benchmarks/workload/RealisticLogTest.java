package treasurehunt.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.log.RecordedLog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class RealisticLogTest {
    private static final int PARTITIONS = 4;
    private static final Intake INTAKE = new Intake(OptionalInt.of(PARTITIONS));

    private final List<Hunt> hunts = examples();

    @Test
    void theSameSeedWritesTheSameLog() {
        assertThat(lines(log(7), 5_000)).isEqualTo(lines(log(7), 5_000));
    }

    @Test
    void anotherSeedWritesAnotherLog() {
        assertThat(lines(log(7), 100)).isNotEqualTo(lines(log(8), 100));
    }

    @Test
    void theOffsetsOfAPartitionLeaveNoneOut() {
        RealisticLog log = log(1);
        long[] next = new long[PARTITIONS];

        for (int i = 0; i < 20_000; i++) {
            RawRecord record = log.next();
            assertThat(record.offset()).isEqualTo(next[record.partition()]++);
        }
    }

    @Test
    void almostEveryRecordIsAnActionInItsRightPartition() {
        RealisticLog log = log(1);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Set<String> kinds = new TreeSet<>();
        int rejected = 0;

        for (int i = 0; i < 50_000; i++) {
            RawRecord record = log.next();
            try {
                if (!record.tick()) {
                    kinds.add(INTAKE.admit(record, 0).kind().name());
                }
            } catch (RejectedException e) {
                rejected++;
                reasons.add(e.reason());
            }
        }

        assertThat(rejected).isLessThan(500);
        assertThat(reasons).containsOnly(Reason.MALFORMED, Reason.UNSEALED, Reason.WRONG_PARTITION);
        assertThat(kinds)
                .contains("join", "answer", "scan", "arrive", "position", "hint", "verdict")
                .contains("submit_for_review", "review", "abandon", "adjust", "mark_solved");
    }

    @Test
    void aRightTextIsKnownForEveryClueThatTakesOne() {
        for (Hunt hunt : hunts) {
            for (Clue clue : hunt.clues().values()) {
                boolean text =
                        !(clue.proof() instanceof Proof.Place)
                                && !(clue.proof() instanceof Proof.Review);
                assertThat(Guesses.of(hunt, clue, new Chance(1)).right().isEmpty())
                        .as("%s of %s", clue.id(), hunt.id())
                        .isEqualTo(!text);
            }
        }
    }

    private RealisticLog log(long seed) {
        return new RealisticLog(hunts, new RealisticLog.Settings(seed, 500, PARTITIONS));
    }

    private static List<String> lines(RealisticLog log, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(
                    new String(
                            RecordedLog.encode(log.next(), Map.of(), INTAKE),
                            StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static List<Hunt> examples() {
        List<Hunt> hunts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../../schemas/examples"))) {
            for (Path file : files.sorted().toList()) {
                hunts.add(HuntYaml.read(file));
            }
        } catch (IOException | RefusedHuntException e) {
            throw new IllegalStateException(e);
        }
        return hunts;
    }
}
