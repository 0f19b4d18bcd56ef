package treasurehunt.cli.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.Announcements;
import treasurehunt.cli.demo.crowd.Example;
import treasurehunt.cli.demo.crowd.Sight;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class TallyTest {
    private final Tally tally = new Tally(List.of(Example.HARBOUR_LIGHTS), 0);

    @Test
    void anAnnouncementIsNoAnswer() {
        saw(Announcements.of("ada", 5, new Effect.ClueExpired("anchor"), new Effect.TimeUp()));

        assertThat(tally.standing().answered()).isZero();
        assertThat(tally.standing().results()).containsEntry(Code.DUE, 1L);
    }

    @Test
    void whatTimeBringsIsSaidByWhatItBringsFirst() {
        saw(Announcements.of("ada", 5, new Effect.ClueExpired("anchor"), new Effect.TimeUp()));
        saw(Announcements.of("bob", 6, new Effect.TimeUp()));
        saw(Announcements.of("cy", 7, new Effect.Moved(2), new Effect.TimeUp()));

        String anchor = Example.HARBOUR_LIGHTS.clues().get("anchor").title();
        assertThat(tally.standing().events())
                .containsExactly(
                        "ada in Harbour Lights: clue \"" + anchor + "\" expires",
                        "bob in Harbour Lights: the time is up",
                        "cy in Harbour Lights: moved to version 2 of the hunt");
    }

    @Test
    void whatIsToldBesideOthersComesFirst() {
        saw(Announcements.of("ada", 5, new Effect.ClueSolved("anchor"), new Effect.Completed()));
        saw(Announcements.of("bob", 6, new Effect.ClueSolved("anchor"), new Effect.Flagged(300)));

        assertThat(tally.standing().events())
                .containsExactly(
                        "ada in Harbour Lights: the hunt is completed",
                        "bob in Harbour Lights: flagged for travelling at 300 m/s");
    }

    @Test
    void everyResultThereCanBeIsCounted() throws Exception {
        Set<Code> seen = EnumSet.noneOf(Code.class);
        for (String line :
                Files.readAllLines(Path.of("..", "..", "schemas", "golden", "results.ndjson"))) {
            Result result = ResultCodec.decode(line.getBytes(StandardCharsets.UTF_8));
            saw(result);
            seen.add(result.code());
            assertThat(tally.standing().events()).noneMatch(event -> event.contains("null"));
        }

        assertThat(tally.standing().results().keySet()).isEqualTo(seen);
        assertThat(seen).containsExactly(Code.values());
    }

    @Test
    void aDeadLetterIsAnAnswer() {
        tally.saw(new Sight("ada", "a-1", true, Optional.empty(), 0), OptionalLong.empty());

        assertThat(tally.standing().answered()).isEqualTo(1);
    }

    private void saw(Result result) {
        tally.saw(Sight.of(result, 0), OptionalLong.empty());
    }
}
