package treasurehunt.auditor.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

class GeneratedLogTest {
    private static final long SEED = Seed.said();
    private static final int PARTITIONS = 4;
    private static final int PLAYERS = 500;
    private static final int ACTIONS = 40_000;
    private static final Intake INTAKE = new Intake(OptionalInt.of(PARTITIONS), Seals.asRecorded());

    private final List<Hunt> examples = examples();

    private static Settings settings(long seed, boolean plain) {
        return new Settings(seed, ACTIONS, PLAYERS, PARTITIONS, plain);
    }

    private GeneratedLog played(long seed) {
        return GeneratedLog.about(examples, settings(seed, false));
    }

    private static GeneratedLog byChance(long seed) {
        return GeneratedLog.byChance(settings(seed, false));
    }

    /** What stands in the first records of a log. */
    private static final class Seen {
        private final List<RawRecord> records = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();
        private final Map<String, Integer> kinds = new TreeMap<>();
        private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

        static Seen of(GeneratedLog log) {
            Seen seen = new Seen();
            for (int count = 0; count < ACTIONS; ) {
                RawRecord record = log.next();
                seen.records.add(record);
                count += record.tick() ? 0 : 1;
                seen.look(record);
            }
            return seen;
        }

        private void look(RawRecord record) {
            if (record.tick()) {
                return;
            }
            try {
                LoggedAction action = INTAKE.admit(record, record.appendTime());
                actions.add(action.action());
                kinds.merge(action.kind().name(), 1, Integer::sum);
            } catch (RejectedException e) {
                reasons.merge(e.reason(), 1, Integer::sum);
            }
        }

        int rejected() {
            return reasons.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Test
    void theSameSeedWritesTheSameLog() {
        assertThat(lines(played(SEED), 5_000)).isEqualTo(lines(played(SEED), 5_000));
        assertThat(lines(byChance(SEED), 5_000)).isEqualTo(lines(byChance(SEED), 5_000));
    }

    @Test
    void anotherSeedWritesAnotherLog() {
        assertThat(lines(played(SEED), 100)).isNotEqualTo(lines(played(SEED + 1), 100));
        assertThat(lines(byChance(SEED), 100)).isNotEqualTo(lines(byChance(SEED + 1), 100));
    }

    @Test
    void theOffsetsOfAPartitionLeaveNoneOut() {
        GeneratedLog log = byChance(SEED);
        long[] next = new long[PARTITIONS];

        for (int i = 0; i < 20_000; i++) {
            RawRecord record = log.next();
            assertThat(record.offset()).isEqualTo(next[record.partition()]++);
        }
    }

    @Test
    void whatPeoplePlayIsAlmostAllActionsInTheirRightPartition() {
        Seen seen = Seen.of(played(SEED));

        assertThat(seen.rejected()).isLessThan(ACTIONS / 100);
        assertThat(seen.reasons)
                .containsOnlyKeys(Reason.MALFORMED, Reason.UNSEALED, Reason.WRONG_PARTITION);
        assertThat(seen.kinds)
                .containsKeys("join", "answer", "scan", "arrive", "position", "hint", "verdict")
                .containsKeys("submit_for_review", "review", "abandon", "adjust", "mark_solved");
    }

    @Test
    void byChanceEveryKindAndEveryReasonIsThere() {
        Seen seen = Seen.of(byChance(SEED));

        assertThat(seen.kinds).hasSize(kinds());
        assertThat(seen.reasons.keySet())
                .containsExactly(
                        Reason.MALFORMED,
                        Reason.UNSEALED,
                        Reason.WRONG_KEY,
                        Reason.WRONG_PARTITION);
        assertThat(seen.rejected()).isBetween(ACTIONS / 200, ACTIONS / 20);
    }

    private static int kinds() {
        return Kind.ByPlayer.class.getPermittedSubclasses().length
                + Kind.ByOperator.class.getPermittedSubclasses().length
                + 1;
    }

    @Test
    void aPlainLogHasNothingThatNeedsASeal() {
        Seen seen = Seen.of(GeneratedLog.byChance(settings(SEED, true)));

        assertThat(seen.actions).allMatch(action -> action.kind().sealedBy().isEmpty());
        assertThat(seen.reasons).containsKeys(Reason.UNSEALED, Reason.WRONG_KEY);
    }

    @Test
    void aFewPlayMuchAndMostALittle() {
        Map<String, Integer> played = new HashMap<>();
        Seen.of(byChance(SEED))
                .actions
                .forEach(action -> played.merge(action.player(), 1, Integer::sum));
        int[] counts = played.values().stream().mapToInt(Integer::intValue).sorted().toArray();

        int[] most = Arrays.copyOfRange(counts, counts.length - PLAYERS / 10, counts.length);

        assertThat(counts.length).isGreaterThan(PLAYERS / 2);
        assertThat(Arrays.stream(most).sum()).isGreaterThan(Arrays.stream(counts).sum() / 4);
    }

    @Test
    void anIdComesAgainSoonLateAndForSomethingElse() {
        Map<String, Action> first = new HashMap<>();
        Map<String, Integer> when = new HashMap<>();
        Map<String, Integer> acted = new HashMap<>();
        int same = 0;
        int other = 0;
        int late = 0;

        for (Action action : Seen.of(byChance(SEED)).actions) {
            int now = acted.merge(action.player(), 1, Integer::sum);
            String id = action.player() + " " + action.actionId();
            Action earlier = first.putIfAbsent(id, action);
            when.putIfAbsent(id, now);
            if (earlier != null) {
                same += earlier.kind().equals(action.kind()) ? 1 : 0;
                other += earlier.kind().equals(action.kind()) ? 0 : 1;
                late += now - when.get(id) > 40 ? 1 : 0;
            }
        }

        assertThat(same).isGreaterThan(ACTIONS / 100);
        assertThat(other).isGreaterThan(ACTIONS / 1000);
        assertThat(late).isGreaterThan(ACTIONS / 1000);
    }

    @Test
    void aBrokersClockStepsBackAndTimeStillPasses() {
        Seen seen = Seen.of(byChance(SEED));
        long[] highest = new long[PARTITIONS];
        int back = 0;

        for (RawRecord record : seen.records) {
            back += record.appendTime() < highest[record.partition()] ? 1 : 0;
            highest[record.partition()] =
                    Math.max(highest[record.partition()], record.appendTime());
        }

        long span = settings(SEED, false).span();
        assertThat(back).isGreaterThan(ACTIONS / 200);
        assertThat(seen.records).anyMatch(RawRecord::tick);
        assertThat(Arrays.stream(highest).min().orElseThrow() - Settings.BEGIN)
                .isBetween(span / 2, span * 3);
    }

    @Test
    void aRightTextIsKnownForEveryClueThatTakesOne() {
        Stream.concat(examples.stream(), byChance(SEED).hunts().stream())
                .forEach(
                        hunt ->
                                hunt.clues()
                                        .values()
                                        .forEach(clue -> assertARightTextIsKnown(hunt, clue)));
    }

    private static void assertARightTextIsKnown(Hunt hunt, Clue clue) {
        boolean text =
                !(clue.proof() instanceof Proof.Place) && !(clue.proof() instanceof Proof.Review);
        assertThat(Guesses.of(hunt, clue, new Chance(1)).right().isEmpty())
                .as("%s of %s", clue.id(), hunt.id())
                .isEqualTo(!text);
    }

    private static List<String> lines(GeneratedLog log, int count) {
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
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                hunts.add(HuntYaml.read(file));
            }
        } catch (IOException | RefusedHuntException e) {
            throw new IllegalStateException(e);
        }
        return hunts;
    }
}
