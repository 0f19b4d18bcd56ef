package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.KafkaBroker;

import java.nio.file.Path;
import java.util.List;

/** A hunt played by hand in a terminal; the core alone answers. */
class PlayIT {
    private static final Path HARBOUR_LIGHTS =
            Path.of("..", "..", "schemas", "examples", "harbour-lights.yaml");

    @TempDir private static Path folder;
    private static KafkaBroker kafka;
    private static Broker broker;

    @BeforeAll
    static void aBrokerWithAHunt() throws Exception {
        kafka = KafkaBroker.start(folder.resolve("kafka"));
        broker = new Broker(kafka.bootstrapServers());
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        keys.init(Role.HUNTS);
        try (Admin admin = broker.admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(
                            TopicSettings.actions(TopicSettings.ACTIONS, 4),
                            TopicSettings.answers(TopicSettings.RESULTS, 4),
                            TopicSettings.answers(TopicSettings.DEAD_LETTERS, 1)));
        }
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
                me.await("eight riddles along the quay");
                me.await("[anchor] What stays below (answer, a hint is free)");
                me.await("0 points >");
                me.type("?");
                me.await("the next hint for it");
                me.type("an anchor");
                me.await("Which clue? Begin with one of anchor, tide");
                me.type("hint anchor");
                me.await("Hint: Look for it in the mud.");
                me.type("tide moon");
                me.await("She holds the strings.");
                me.type("anchor: an anchor");
                me.await("50 points >");
                me.type("quit");
                me.await("Until later, with 50 points.");
                assertThat(me.exitCode()).isZero();
            }
            try (PseudoTerminal me = play("me")) {
                me.await("[bollard] The third bollard (code, a hint costs 10)");
                me.type("tide tide");
                me.await("100 points >");
                me.type("bollard HL-BOLLARD-3F7A");
                me.await("160 points >");
                me.type("harbour-mouth red");
                me.await("220 points >");
                me.type("bells three");
                me.await("Attempts left: 3.");
                me.type("bells five");
                me.await("[lighthouse] The keeper");
                me.type("lighthouse lighthouse");
                me.await("The hunt is completed.");
                me.await("It ends with 440 points.");
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

    private PseudoTerminal play(String player) throws Exception {
        return PseudoTerminal.hunt(
                "play", "harbour-lights", "--player", player, "--kafka", kafka.bootstrapServers());
    }
}
