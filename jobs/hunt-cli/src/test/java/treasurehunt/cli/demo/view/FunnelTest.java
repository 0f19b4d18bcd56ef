package treasurehunt.cli.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.Announcements;
import treasurehunt.cli.demo.crowd.Example;
import treasurehunt.schemas.result.Effect;

import java.util.List;

class FunnelTest {
    private final Funnel funnel = new Funnel(Example.HARBOUR_LIGHTS);

    @Test
    void everybodyIsCountedOnceAtEachStage() {
        sees("ada", new Effect.Joined(1));
        sees("bela", new Effect.Joined(1));
        for (String clue : List.of("anchor", "tide", "bollard", "harbour-mouth", "bells")) {
            sees("ada", new Effect.ClueSolved(clue));
        }
        sees("bela", new Effect.ClueSolved("tide"));
        sees("ada", new Effect.ClueSolved("lighthouse"), new Effect.Completed());

        assertThat(funnel.stages().keySet())
                .containsExactly("joined", "1st clue", "half way", "completed");
        assertThat(funnel.stages().values()).containsExactly(2L, 2L, 1L, 1L);
    }

    private void sees(String player, Effect... effects) {
        funnel.saw(Announcements.of(player, 5, effects));
    }
}
