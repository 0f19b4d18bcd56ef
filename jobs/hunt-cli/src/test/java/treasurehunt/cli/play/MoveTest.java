package treasurehunt.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.Announcements;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MoveTest {
    private final PublicHunt hunt = new PublicHunt("Pier", Optional.empty(), clues());

    private static Map<String, PublicHunt.Clue> clues() {
        Map<String, PublicHunt.Clue> clues = new LinkedHashMap<>();
        clues.put(
                "gate",
                new PublicHunt.Clue(
                        "answer",
                        List.of(new PublicHunt.Hint("mat", 5), new PublicHunt.Hint("pot", 0))));
        clues.put("tag", new PublicHunt.Clue("code", List.of()));
        clues.put("mole", new PublicHunt.Clue("place", List.of()));
        clues.put("photo", new PublicHunt.Clue("review", List.of()));
        return clues;
    }

    @Test
    void aLineBeginsWithTheClueThatItIsFor() {
        Board board = open("gate", "tag", "mole", "photo");

        assertThat(Move.of("gate the key", board))
                .isEqualTo(new Move.Act(new Kind.Answer("gate", "the key")));
        assertThat(Move.of("#1 the key", board))
                .isEqualTo(new Move.Act(new Kind.Answer("gate", "the key")));
        assertThat(Move.of(" #1:  the key ", board))
                .isEqualTo(new Move.Act(new Kind.Answer("gate", "the key")));
        assertThat(Move.of("tag QR-1", board))
                .isEqualTo(new Move.Act(new Kind.Scan("tag", "QR-1")));
        assertThat(Move.of("photo http://x/1", board))
                .isEqualTo(new Move.Act(new Kind.SubmitForReview("photo", "http://x/1")));
        assertThat(Move.of("mole 54.35,18.65", board))
                .isInstanceOfSatisfying(
                        Move.Act.class,
                        act -> assertThat(act.kind()).isInstanceOf(Kind.Arrive.class));
        assertThat(Move.of("mole there", board))
                .isInstanceOfSatisfying(
                        Move.Nonsense.class,
                        nonsense -> assertThat(nonsense.why()).contains("LATITUDE,LONGITUDE"));
    }

    @Test
    void whereOneClueIsOpenItNeedNotBeNamed() {
        assertThat(Move.of("the key", open("gate")))
                .isEqualTo(new Move.Act(new Kind.Answer("gate", "the key")));
        assertThat(Move.of("the key", open("gate", "tag")))
                .isEqualTo(
                        new Move.Nonsense("Which clue? Begin with one of #1, #2, or ? for help."));
        assertThat(Move.of("the key", open())).isInstanceOf(Move.Nonsense.class);
    }

    @Test
    void hintsComeOneAfterTheOther() {
        Board board = open("gate", "tag");

        assertThat(Move.of("hint gate", board))
                .isEqualTo(new Move.Act(new Kind.Hint("gate", "mat")));
        board.learn(result(new Effect.HintRevealed("gate", "mat", "under it")));
        board.learn(result(new Effect.HintRevealed("gate", "pot", "in it")));
        assertThat(Move.of("hint #1", board))
                .isEqualTo(new Move.Nonsense("There is no other hint for #1."));
        assertThat(Move.of("hint", open("gate")))
                .isEqualTo(new Move.Act(new Kind.Hint("gate", "mat")));
        assertThat(Move.of("hint nowhere", board)).isInstanceOf(Move.Nonsense.class);
    }

    @Test
    void aHintThatWasRefusedDoesNotStandInTheWayOfOthers() {
        Board board = open("gate");

        board.refused(new Kind.Hint("gate", "mat"));
        assertThat(Move.of("hint", board)).isEqualTo(new Move.Act(new Kind.Hint("gate", "pot")));
        board.learn(result(new Effect.HintRevealed("gate", "pot", "in it")));
        assertThat(Move.of("hint", board)).isEqualTo(new Move.Act(new Kind.Hint("gate", "mat")));
    }

    @Test
    void nobodyGivesUpByMistake() {
        assertThat(Move.of("leave", open("gate"))).isInstanceOf(Move.Nonsense.class);
        assertThat(Move.of("leave for good", open("gate")))
                .isEqualTo(new Move.Act(new Kind.Abandon()));
        assertThat(Move.of("#1 hint", open("gate")))
                .isEqualTo(new Move.Act(new Kind.Hint("gate", "mat")));
        assertThat(Move.of("#9 the key", open("gate"))).isInstanceOf(Move.Nonsense.class);
        assertThat(Move.of("#1", open("gate"))).isInstanceOf(Move.Nonsense.class);
    }

    @Test
    void whatANewerVersionBringsHasItsIdForALabel() {
        assertThat(Move.of("attic the key", open("attic")))
                .isEqualTo(new Move.Act(new Kind.Answer("attic", "the key")));
        assertThat(open("attic").label("attic")).isEqualTo("attic");
    }

    private Board open(String... clues) {
        Board board = new Board(hunt);
        board.learn(
                result(
                        Arrays.stream(clues)
                                .map(
                                        clue ->
                                                new Effect.ClueUnlocked(
                                                        clue,
                                                        clue,
                                                        Optional.empty(),
                                                        Optional.empty()))
                                .toArray(Effect[]::new)));
        return board;
    }

    private static Result result(Effect... effects) {
        return Announcements.of("ada", 5, effects);
    }
}
