package treasurehunt.cli.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.demo.view.Leaders.Leader;

class LeadersTest {
    private final Leaders leaders = new Leaders();

    @Test
    void theHighestScoreIsFirst() {
        leaders.has("ada", 10);
        leaders.has("bela", 30);
        leaders.has("carla", 20);

        assertThat(leaders.top(2)).containsExactly(new Leader("bela", 30), new Leader("carla", 20));
    }

    @Test
    void aScoreMayFall() {
        leaders.has("ada", 10);
        leaders.has("bela", 30);
        leaders.has("bela", -5);

        assertThat(leaders.top(1)).containsExactly(new Leader("ada", 10));
    }

    @Test
    void theBestAreKeptHoweverManyPlay() {
        leaders.has("ada", 500_000);
        for (int player = 0; player < 50_000; player++) {
            leaders.has("p" + player, player % 1_000);
        }

        assertThat(leaders.top(1)).containsExactly(new Leader("ada", 500_000));
        assertThat(leaders.top(Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(10_000);
    }
}
