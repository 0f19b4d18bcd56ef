package treasurehunt.auditor.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.auditor.Story;
import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.schemas.action.Reason;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

class RecordedActionsTest {
    private static final String ANA = "'action_id':'a','player':'ana','hunt':'h',";

    @TempDir Path folder;

    private Intake read(String members) throws Exception {
        String line = Story.json("{'partition':16,'offset':0,'append_time':0," + members + "}");
        Path log = Files.writeString(folder.resolve("log"), line + "\n");
        try (RecordedActions actions = new RecordedActions(log, OptionalInt.of(24))) {
            return actions.next().get().intake();
        }
    }

    private Intake raw(byte[] value, String more) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(value);
        return read("'key':'YW5h','value':'" + base64 + "'" + more);
    }

    private static Reason reason(Intake intake) {
        return ((Intake.Refused) intake).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'join':{}",
                "'join':{'more':[1e999]},'operator':7,'dance':{}",
                "'answer':{'clue':'anchor','text':''}",
                "'position':{'latitude':-90,'longitude':180.0,'accuracy':0}",
                "'adjust':{'points':-1000000000,'reason':'r'},'operator':'o'",
                "'verdict':{'treasure':'t','outcome':'WAITING','rank':'none'}",
                "'join':{'a':[[[[[[]]]]]]}"
            })
    void whatKeepsTheBoundsIsJudged(String members) throws Exception {
        assertThat(read(ANA + members)).isInstanceOf(Intake.Asked.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'joint':{}",
                "'join':{},'abandon':{}",
                "'join':1",
                "'scan':{'clue':'crane','code':''}",
                "'answer':{'clue':'anchor'}",
                "'adjust':{'points':1e3,'reason':'r'},'operator':'o'",
                "'adjust':{'points':1.0,'reason':'r'},'operator':'o'",
                "'adjust':{'points':1000000001,'reason':'r'},'operator':'o'",
                "'adjust':{'points':1,'reason':'r'}",
                "'position':{'latitude':91,'longitude':0,'accuracy':0}",
                "'position':{'latitude':0,'longitude':0,'accuracy':1e999}",
                "'verdict':{'treasure':'t','outcome':'GRANTED'}",
                "'verdict':{'treasure':'t','outcome':'GRANTED','rank':0}",
                "'join':{},'member':''",
                "'join':{},'client_time':1000000000000001",
                "'join':{'a':[[[[[[[]]]]]]]}"
            })
    void whatBreaksThemIsMalformed(String members) throws Exception {
        assertThat(reason(read(ANA + members))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void theFirstReasonThatAppliesCounts() throws Exception {
        String adjust = ANA + "'operator':'o','adjust':{'points':1,'reason':'r'}";

        assertThat(reason(read(adjust + ",'sealed':false,'key':'ben'"))).isEqualTo(Reason.UNSEALED);
        assertThat(reason(read(adjust + ",'key':'ben'"))).isEqualTo(Reason.WRONG_KEY);
        assertThat(reason(read(ANA.replace("ana", "ben") + "'join':{}")))
                .isEqualTo(Reason.WRONG_PARTITION);
        assertThat(reason(raw(Story.json("{" + adjust + "}").getBytes(StandardCharsets.UTF_8), "")))
                .isEqualTo(Reason.UNSEALED);
        assertThat(
                        raw(
                                Story.json("{" + adjust + "}").getBytes(StandardCharsets.UTF_8),
                                ",'sealed':true"))
                .isInstanceOf(Intake.Asked.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | |",
                "{'action_id':'a','player':'ana','joi | a | ana",
                "{'action_id':'a','player':'an\u00e9','join':{}} | a |",
                "{'action_id':'a','player':'ana','player':'ben'} | a | ana",
                "{'action_id':'a b','player':'ana'} | | ana",
                "{'action_id':'a','join':{},'player':'ana'} x | a | ana"
            })
    void theIdsThatCouldBeReadAreTold(String value, String actionId, String player)
            throws Exception {
        byte[] bytes = Story.json(value).getBytes(StandardCharsets.UTF_8);

        assertThat(raw(bytes, ""))
                .isEqualTo(
                        new Intake.Refused(
                                Reason.MALFORMED,
                                Optional.ofNullable(actionId),
                                Optional.ofNullable(player),
                                new Intake.Value.Known(Base64.getEncoder().encodeToString(bytes))));
    }

    @Test
    void ofBytesThatAreNoUtf8NothingWasRead() throws Exception {
        byte[] bytes =
                Story.json("{'action_id':'a','player':'?'}").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC0;

        Intake.Refused refused = (Intake.Refused) raw(bytes, "");

        assertThat(refused.actionId()).isEmpty();
        assertThat(refused.player()).isEmpty();
    }

    @Test
    void aTickIsAHeaderWithoutKeyAndValue() throws Exception {
        assertThat(read("'tick':{}")).isEqualTo(new Intake.Tick());
        assertThat(read("'headers':{'tick':''}")).isEqualTo(new Intake.Tick());
        assertThat(reason(read("'key':'YW5h','headers':{'tick':''}"))).isEqualTo(Reason.MALFORMED);
        assertThat(read("'headers':{}"))
                .isEqualTo(
                        new Intake.Refused(
                                Reason.MALFORMED,
                                Optional.empty(),
                                Optional.empty(),
                                new Intake.Value.None()));
    }

    @Test
    void aLineThatIsNoRecordIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("'partition':2"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageContaining("log:1: ");
        assertThatThrownBy(() -> read("'value':'%'"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageContaining("value");
    }

    @ParameterizedTest
    @CsvSource({"ana, 16", "ben, 13", "cleo, 11", "gulls, 11"})
    void keysHaveTheirPartitions(String key, int partition) {
        assertThat(Murmur2.partition(key.getBytes(StandardCharsets.UTF_8), 24))
                .isEqualTo(partition);
    }
}
