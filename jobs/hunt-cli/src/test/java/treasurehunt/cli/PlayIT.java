package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.KafkaBroker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A hunt played by hand in a terminal, and what is asked about it; the core alone answers. */
class PlayIT {
    private static final Path HARBOUR_LIGHTS =
            Path.of("..", "..", "schemas", "examples", "harbour-lights.yaml");

    private static final int PARTITIONS = 4;

    @TempDir private static Path folder;
    private static KafkaBroker kafka;
    private static Broker broker;
    private static KeyFolder keys;

    @BeforeAll
    static void aBrokerWithAHunt() throws Exception {
        kafka = KafkaBroker.start(folder.resolve("kafka"));
        broker = new Broker(kafka.bootstrapServers());
        keys = new KeyFolder(folder.resolve("keys"));
        for (Role role : Role.values()) {
            keys.init(role);
        }
        EngineTopics.create(broker, PARTITIONS);
        Publishing.publish(broker, keys.path(), HARBOUR_LIGHTS);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aHuntIsPlayedToItsEndThoughThePlayerGoesAwayInBetween() throws Exception {
        try (FakeEngine engine = FakeEngine.start(broker, HARBOUR_LIGHTS)) {
            try (PseudoTerminal me = play("me")) {
                me.await("The keeper has gone up to light the lamp");
                me.await("#1 What stays below (answer, a hint is free)");
                me.await("0 points >");
                me.type("?");
                me.await("the next hint for it");
                me.type("an anchor");
                me.await("Which clue? Begin with one of #1, #2");
                me.type("hint #1");
                me.await("Hint: Look for it in the mud.");
                me.type("tide moon");
                me.await("She holds the strings.");
                me.type("#1 an anchor");
                me.await("50 points >");
                me.type("quit");
                me.await("Until later, with 50 points.");
                assertThat(me.exitCode()).isZero();
            }
            try (PseudoTerminal me = play("me")) {
                me.await("#3 The third bollard (code, a hint costs 10)");
                me.type("tide tide");
                me.await("100 points >");
                me.type("bollard HL-BOLLARD-3F7A");
                me.await("160 points >");
                me.type("harbour-mouth red");
                me.await("220 points >");
                me.type("bells three");
                me.await("What was given does not solve the clue.");
                me.await("Attempts left: 3.");
                me.type("bells five");
                me.await("#8 The keeper");
                me.type("lighthouse lighthouse");
                me.await("The hunt is completed.");
                me.type("#5 a bowline");
                me.await("\"A loop that keeps its word\" is solved.");
                me.type("quit");
                me.await("It ends with 520 points.");
                assertThat(me.exitCode()).isZero();
            }
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void aHuntThatNobodyPublishedIsNamedWithThoseThatAreThere() {
        Ran ran = Ran.hunt("play", "no-such", "--player=me", "--kafka", kafka.bootstrapServers());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("no-such is no published hunt. There is harbour-lights.");
    }

    @Test
    void explainTellsOfTheLiveLogWhatReplayTellsOfARecordedOne() throws Exception {
        try (FakeEngine engine = FakeEngine.start(broker, HARBOUR_LIGHTS)) {
            hunt("send", "--player=eve", "--hunt=harbour-lights", "join");
            Ran wrong =
                    hunt(
                            "send",
                            "--player=eve",
                            "--hunt=harbour-lights",
                            "answer",
                            "tide",
                            "moon",
                            "--json");
            String id = new ObjectMapper().readTree(wrong.out()).path("id").asText();
            Path log = folder.resolve("recorded/actions.ndjson");
            Path hunts = folder.resolve("recorded/hunts");

            Ran live = hunt("explain", id, "--keys=" + keys.path());
            Ran nowhere = hunt("explain", "0:99999999", "--keys=" + keys.path());
            hunt("record", "--out", log, "--hunts", hunts, "--keys=" + keys.path());
            Ran recorded =
                    Ran.hunt(
                            "replay",
                            "--hunts",
                            hunts,
                            "--actions",
                            log,
                            "--keys",
                            keys.path(),
                            "--partitions",
                            PARTITIONS,
                            "--explain",
                            id);

            assertThat(live.exitCode()).as(live.err()).isZero();
            assertThat(live.out()).contains("NEAR").isEqualTo(recorded.out());
            assertThat(nowhere.exitCode()).isEqualTo(1);
            assertThat(nowhere.err()).startsWith("The live log ");
            assertThat(engine.failure()).isEmpty();
        }
    }

    private static Ran hunt(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--kafka=" + kafka.bootstrapServers());
        return Ran.hunt(all.toArray());
    }

    private PseudoTerminal play(String player) throws Exception {
        return PseudoTerminal.hunt(
                "play", "harbour-lights", "--player", player, "--kafka", kafka.bootstrapServers());
    }
}
