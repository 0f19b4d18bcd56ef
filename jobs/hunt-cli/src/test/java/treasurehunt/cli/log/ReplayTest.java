package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class ReplayTest {
    private static final String JOIN = "\"join\":{}";
    private static final String NOTHING = "\"hint\":{\"clue\":\"none\",\"hint\":\"none\"}";

    @TempDir private Path folder;
    private final Map<String, HuntVersions> hunts = new HashMap<>();
    private final Map<String, RuntimeException> defects = new HashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private Catalogue catalogue = id -> hunts.getOrDefault(id, HuntVersions.NONE);
    private final Replay replay =
            new Replay(
                    id -> catalogue.find(id),
                    new Intake(OptionalInt.empty(), Seals.asRecorded()),
                    defects::put);

    @BeforeEach
    void twoHuntsWithADeadline() throws Exception {
        add(hunt("dock", 1, "deadline: 10s"));
        add(hunt("pier", 1, "deadline: 10s"));
    }

    @Test
    void whatFellDueComesBeforeTheActionThatBringsItForward() {
        answer(0, 1_000, "ada", "pier", JOIN);
        answer(0, 2_000, "ada", "dock", JOIN);

        assertThat(answer(0, 12_000, "ada", "pier", NOTHING))
                .containsExactly("ada:pier:11000 DUE", "ada:dock:12000 DUE", "0:2 UNKNOWN_CLUE");
    }

    @Test
    void atTheEndComesWhatIsDueBeforeTheLeastTimeOfThePartitionsByTimePlayerHunt() {
        answer(0, 1_000, "eve", "pier", JOIN);
        answer(0, 2_000, "bob", "pier", JOIN);
        answer(0, 2_000, "bob", "dock", JOIN);
        answer(0, 2_000, "ada", "pier", JOIN);
        answer(0, 3_000, "cyd", "pier", JOIN);
        answer(0, 99_000, "eve", "nowhere", JOIN);
        tick(1, 13_000);

        assertThat(end())
                .containsExactly("ada:pier:12000 DUE", "bob:dock:12000 DUE", "bob:pier:12000 DUE");
        assertThat(end()).isEmpty();
    }

    @Test
    void anEmptyLogEndsWithoutAnything() {
        assertThat(end()).isEmpty();
    }

    @Test
    void theEndAnnouncesAllMomentsOfAPlayerEachOnce() throws Exception {
        add(hunt("pole", 1, "deadline: 10s").replace("clues:", "time-limit: 20s\nclues:"));
        answer(0, 1_000, "ada", "pole", JOIN);
        tick(0, 21_001);

        assertThat(end()).containsExactly("ada:pole:11000 DUE", "ada:pole:21000 DUE");
    }

    @Test
    void aTickMakesTimePassAndHasNoAnswer() {
        tick(0, 9_000);

        assertThat(answer(0, 1_000, "ada", "pier", JOIN)).containsExactly("0:1 JOINED");
        assertThat(replay.end()).hasValue(9_000);
    }

    @Test
    void aNewerVersionMovesWhoActsInTheHunt() throws Exception {
        add(hunt("pier", 2, "deadline: 1h") + "effective-from: 1970-01-01T00:00:05Z\n");
        answer(0, 1_000, "ada", "pier", JOIN);

        assertThat(answer(0, 4_999, "ada", "pier", NOTHING)).containsExactly("0:1 UNKNOWN_CLUE");
        assertThat(answer(0, 5_000, "ada", "pier", NOTHING))
                .containsExactly("ada:pier:5000 DUE", "0:2 UNKNOWN_CLUE");
        tick(0, 60_000);
        assertThat(end()).isEmpty();
    }

    @Test
    void whoIsForgottenLosesAllHunts() {
        answer(0, 1_000, "ada", "pier", JOIN);
        answer(0, 1_000, "ada", "dock", JOIN);

        assertThat(answer(0, 2_000, "ada", "", "\"operator\":\"op\",\"forget\":{\"reason\":\"?\"}"))
                .containsExactly("0:2 FORGOTTEN");
        assertThat(replay.player("ada").hunts()).isEmpty();
        assertThat(answer(0, 3_000, "ada", "pier", NOTHING)).containsExactly("0:3 NOT_JOINED");
        tick(0, 60_000);
        assertThat(end()).isEmpty();
    }

    @Test
    void whoNeverJoinedLeavesNothingBehind() {
        answer(0, 1_000, "ada", "pier", NOTHING);

        assertThat(replay.player("ada").hunts()).isEmpty();
        assertThat(replay.player("ada").head().enrolments()).isEmpty();
    }

    @Test
    void aDefectOfTheRulesAnswersThatActionAndStopsNoOther() {
        catalogue =
                hunt -> {
                    throw new IllegalStateException("a defect");
                };

        assertThat(answer(0, 1_000, "ada", "pier", JOIN)).containsExactly("0:0 DEFECT");
        assertThat(answer(0, 1_000, "ada", "pier", JOIN)).containsExactly("0:1 DEFECT");
        assertThat(defects).containsOnlyKeys("0:0", "0:1");
    }

    @Test
    void aDueMomentThatTheRulesFailAtIsADeadLetterBehindTheResults() {
        answer(0, 1_000, "ada", "pier", JOIN);
        answer(0, 2_000, "ada", "dock", JOIN);
        failOnceAt("pier");

        assertThat(answer(0, 12_000, "ada", "dock", NOTHING))
                .containsExactly("ada:dock:12000 DUE", "0:2 UNKNOWN_CLUE", "ada:pier:11000 DEFECT");
        assertThat(defects).containsOnlyKeys("ada:pier:11000");
        assertThat(answer(0, 60_000, "ada", "dock", NOTHING)).containsExactly("0:3 UNKNOWN_CLUE");
    }

    @Test
    void aDueMomentThatTheRulesFailAtIsADeadLetterAtTheEndToo() {
        answer(0, 1_000, "ada", "pier", JOIN);
        tick(0, 60_000);
        failOnceAt("pier");

        assertThat(end()).containsExactly("ada:pier:11000 DEFECT");
        assertThat(end()).isEmpty();
    }

    @Test
    void whatIsNotToBeReadIsNoAnswerButItsReason() {
        RawRecord rubbish = new RawRecord(3, 7, 1, false, null, null, new byte[] {'{'});

        assertThat(replay.answer(rubbish))
                .singleElement()
                .extracting(answer -> new String(answer.line(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"3:7\",\"dead_letter\":\"MALFORMED\"}");
    }

    /** The next look at this hunt fails. */
    private void failOnceAt(String hunt) {
        List<String> failed = new ArrayList<>();
        catalogue =
                id -> {
                    if (id.equals(hunt) && failed.isEmpty()) {
                        failed.add(id);
                        throw new IllegalStateException("a defect");
                    }
                    return hunts.getOrDefault(id, HuntVersions.NONE);
                };
    }

    private List<String> answer(
            int partition, long appendTime, String player, String hunt, String kind) {
        long offset = offsets.merge(partition, 1L, Long::sum) - 1;
        String action =
                "{\"action_id\":\"%d\",\"player\":\"%s\",%s%s}"
                        .formatted(
                                offset,
                                player,
                                hunt.isEmpty() ? "" : "\"hunt\":\"" + hunt + "\",",
                                kind);
        return replay
                .answer(
                        new RawRecord(
                                partition,
                                offset,
                                appendTime,
                                false,
                                new byte[0],
                                player.getBytes(StandardCharsets.US_ASCII),
                                action.getBytes(StandardCharsets.UTF_8)))
                .stream()
                .map(ReplayTest::brief)
                .toList();
    }

    private void tick(int partition, long appendTime) {
        long offset = offsets.merge(partition, 1L, Long::sum) - 1;
        assertThat(
                        replay.answer(
                                new RawRecord(
                                        partition, offset, appendTime, true, null, null, null)))
                .isEmpty();
    }

    private List<String> end() {
        List<String> answers = new ArrayList<>();
        replay.finish(answer -> answers.add(brief(answer)));
        return answers;
    }

    private static String brief(Answer answer) {
        if (answer instanceof Answer.DeadLetter letter) {
            return letter.id() + " " + letter.reason();
        }
        return answer.id() + " " + ((Answer.Decided) answer).result().code();
    }

    private void add(String yaml) throws IOException, RefusedHuntException {
        Path file = Files.writeString(folder.resolve("hunt.yaml"), yaml);
        PlayableHunt hunt = new PlayableHunt(HuntYaml.read(file));
        hunts.merge(
                hunt.definition().id(),
                HuntVersions.NONE.with(hunt),
                (there, first) -> there.with(hunt));
    }

    private static String hunt(String id, int version, String clue) {
        return """
        hunt: %s
        version: %d
        title: A hunt
        opens: 1970-01-01T00:00:00Z
        closes: 2100-01-01T00:00:00Z
        clues:
          - id: gate
            title: The gate
            %s
            proof: {answer: {accept: [oak]}}
        """
                .formatted(id, version, clue);
    }
}
