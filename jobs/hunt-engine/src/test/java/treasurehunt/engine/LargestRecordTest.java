package treasurehunt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The largest answers there can be, written by the real encoders, fit what the topics take: a
 * record that does not would stop the engine at every start.
 */
class LargestRecordTest {
    private static final int CLUES = 1000;
    private static final int TREASURES = 100;

    /** Around key and value a producer reckons with less than this. */
    private static final int KEY_AND_FRAME = 300;

    private static final long NOON = 1_780_000_000_000L;
    private static final String PLAYER = "p".repeat(128);
    private static final String LONGEST = "\u0001".repeat(512);

    private final Map<String, HuntVersions> hunts = new HashMap<>();
    private final Catalogue catalogue = id -> hunts.getOrDefault(id, HuntVersions.NONE);
    private Player player = Player.NEW;
    private int offset;

    /** A text's quotes, tabs and line breaks take two bytes each, before and after. */
    @Test
    void aJoinTellsAllTextsOfTheLargestHunt() throws Exception {
        int room = 1024 * 1024 - hunt("h", i -> clue(i, "\"text\":\"\"")).length();
        String text = "\\n".repeat(room / CLUES / 2);
        String largest = hunt("h", i -> clue(i, "\"text\":\"" + text + "\""));
        publish("h", largest);

        Result joined = act("h", new Kind.Join());

        assertThat(joined.effects()).hasSize(CLUES + 1);
        assertThat(size(joined)).isGreaterThan(1_000_000).isLessThan(1_200_000);
    }

    @Test
    void solvingAClueWithTheLongestReasonUnlocksAllOthers() throws Exception {
        String text = "\\n".repeat(330);
        publish(
                "h",
                hunt(
                        "h",
                        i ->
                                clue(
                                        i,
                                        "\"points\":1,\"first-finders\":[1],\"text\":\""
                                                + text
                                                + "\""
                                                + (i == 0
                                                        ? ""
                                                        : ",\"requires\":\""
                                                                + id("c", 0)
                                                                + "\""))));
        assertThat(act("h", new Kind.Join()).effects()).hasSize(2);

        Result solved = act("h", new Kind.MarkSolved(id("c", 0), LONGEST));

        assertThat(solved.effects())
                .filteredOn(effect -> effect instanceof Effect.ClueUnlocked)
                .hasSize(CLUES - 1);
        assertThat(size(solved)).isLessThan(1_200_000);
    }

    @Test
    void forgettingGivesBackTheTreasuresOfTwentyHunts() throws Exception {
        for (int i = 0; i < 20; i++) {
            claimAllOf(id("h", i));
        }

        Result forgotten = act("", new Kind.Forget(LONGEST));

        assertThat(forgotten.code()).isEqualTo(Code.FORGOTTEN);
        assertThat(forgotten.effects()).hasSize(1 + 20 * (CLUES + TREASURES));
        assertThat(size(forgotten))
                .isGreaterThan(4_000_000)
                .isLessThan(TopicSettings.LARGEST_RECORD);
    }

    /** Hunts that he has completed do not count among the twenty, and end with no release. */
    @Test
    void whoHoldsMoreIsNotForgottenByOneAction() throws Exception {
        for (int i = 0; i < 21; i++) {
            claimAllOf(id("h", i));
        }
        Player before = player;

        assertThatThrownBy(() -> act("", new Kind.Forget("asked for it")))
                .hasMessageContaining("disqualify");
        assertThat(player).isSameAs(before);

        act(id("h", 0), new Kind.Disqualify("to be forgotten"));
        assertThat(act("", new Kind.Forget("asked for it")).code()).isEqualTo(Code.FORGOTTEN);
    }

    @Test
    void theDeadLetterOfTheLargestRecordIsSmall() throws Exception {
        String name = "\"" + "\\u0001".repeat(80_000) + "\":1,";
        String json =
                "{\"action_id\":\"%s\",\"player\":\"%s\",%s%s\"join\":{}}"
                        .formatted("a".repeat(64), "\\\"".repeat(128), name, name);
        RawRecord record =
                new RawRecord(
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        false,
                        null,
                        null,
                        json.getBytes(UTF_8));

        assertThat(letter(record)).hasSizeBetween(6 * 1024, 8 * 1024);
    }

    private static byte[] letter(RawRecord record) {
        try {
            return new byte
                    [(int) new Intake(OptionalInt.of(1), Seals.none()).admit(record, 0).offset()];
        } catch (RejectedException e) {
            return DeadLetterCodec.encode(DeadLetter.of("t".repeat(249), record, e));
        }
    }

    private void claimAllOf(String hunt) throws Exception {
        publish(
                hunt,
                hunt(
                        hunt,
                        i ->
                                clue(
                                        i,
                                        "\"first-finders\":[1]"
                                                + (i < TREASURES
                                                        ? ",\"treasure\":\"" + id("t", i) + "\""
                                                        : ""))));
        act(hunt, new Kind.Join());
        for (int i = 0; i < CLUES; i++) {
            act(hunt, new Kind.Scan(id("c", i), "x"));
        }
    }

    private static int size(Result result) {
        int size = ResultCodec.encode(result).length + KEY_AND_FRAME;
        System.out.println(result.code() + ": " + size + " bytes");
        return size;
    }

    /** The largest answer to an action, after all others of it were kept. */
    private Result act(String hunt, Kind kind) {
        Action action =
                new Action(
                        "a" + offset,
                        PLAYER,
                        hunt,
                        Optional.of(LONGEST),
                        OptionalLong.empty(),
                        kind instanceof Kind.ByOperator ? Optional.of(LONGEST) : Optional.empty(),
                        kind);
        long at = NOON + offset * 10L;
        Decision decision =
                HuntDecider.decide(
                        catalogue, player, new LoggedAction(0, offset++, at, at, action));
        player = decision.player();
        List<Result> results = decision.results();
        return results.get(results.size() - 1);
    }

    private void publish(String id, String json) throws RefusedHuntException {
        hunts.put(
                id,
                HuntVersions.NONE.with(new PlayableHunt(HuntCodec.decode(json.getBytes(UTF_8)))));
    }

    private static String hunt(String id, IntFunction<String> clue) {
        String treasures =
                IntStream.range(0, TREASURES)
                        .mapToObj(
                                i -> "{\"id\":\"" + id("t", i) + "\",\"title\":\"t\",\"stock\":1}")
                        .collect(Collectors.joining(","));
        return "{\"hunt\":\"%s\",\"version\":1,\"title\":\"t\",\"opens\":\"2026-01-01T00:00:00Z\",\"closes\":\"2036-01-01T00:00:00Z\",\"rate\":{\"burst\":1000000000,\"per-second\":1},\"complete-when\":\"%s\",\"treasures\":[%s],\"clues\":[%s]}"
                .formatted(
                        id,
                        id("c", 0),
                        treasures,
                        IntStream.range(0, CLUES).mapToObj(clue).collect(Collectors.joining(",")));
    }

    private static String clue(int i, String more) {
        return "{\"id\":\"%s\",\"title\":\"t\",\"proof\":{\"code\":{\"accept\":[\"x\"]}},%s}"
                .formatted(id("c", i), more);
    }

    /** One of the longest ids. */
    private static String id(String start, int i) {
        String number = start + i;
        return number + "-".repeat(64 - number.length());
    }
}
