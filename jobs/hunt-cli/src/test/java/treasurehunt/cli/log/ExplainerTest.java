package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.log.explain.Account;
import treasurehunt.cli.log.explain.InJson;
import treasurehunt.cli.log.explain.InWords;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.HuntYaml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class ExplainerTest {
    private static final String JOIN = "\"hunt\":\"pier\",\"join\":{}";
    private static final String ABANDON = "\"hunt\":\"pier\",\"abandon\":{}";
    private static final String FORGET = "\"operator\":\"op\",\"forget\":{\"reason\":\"asked\"}";

    private static final String PIER =
            """
            hunt: pier
            version: 1
            title: A pier
            opens: 1970-01-01T00:00:00Z
            closes: 2100-01-01T00:00:00Z
            clues:
              - id: gate
                title: The gate
                deadline: 10s
                proof: {answer: {accept: [quercus]}}
            """;

    @TempDir private Path folder;
    private HuntVersions pier = HuntVersions.NONE;
    private final List<String> defects = new ArrayList<>();

    /** Looks at a hunt until one fails; those after it succeed again. */
    private int looks = Integer.MAX_VALUE;

    @BeforeEach
    void aHuntWithADeadline() throws Exception {
        Path file = Files.writeString(folder.resolve("pier.yaml"), PIER);
        pier = pier.with(new PlayableHunt(HuntYaml.read(file)));
    }

    @Test
    void anActionThatTheRulesFailAtIsToldAsADefect() {
        Explainer explainer = explainer("0:0");
        looks = 0;

        Account account = explainer.next(record(0, 1_000, JOIN)).orElseThrow();

        assertThat(InWords.of(account))
                .startsWith("0:0 dead letter DEFECT: the rules failed")
                .contains("player     ada", "action id  0")
                .endsWith("{\"id\":\"0:0\",\"dead_letter\":\"DEFECT\"}");
        assertThat(inJson(account)).contains("\"type\":\"dead_letter\",\"reason\":\"DEFECT\"");
        assertThat(defects).containsExactly("0:0");
    }

    @Test
    void aDueMomentThatTheRulesFailAtIsToldAsADefect() {
        Explainer explainer = explainer("ada:pier:11000");
        explainer.next(record(0, 1_000, JOIN));
        looks = 0;

        Account account = explainer.next(record(1, 20_000, ABANDON)).orElseThrow();

        assertThat(InWords.of(account))
                .startsWith("ada:pier:11000 DEFECT: the rules failed")
                .contains("because     clue gate: it unlocked at 1970-01-01T00:00:01Z")
                .contains("brought by  record 0:1, at 1970-01-01T00:00:20Z")
                .contains("clue gate  OPEN since 1970-01-01T00:00:01Z")
                .endsWith("{\"id\":\"ada:pier:11000\",\"dead_letter\":\"DEFECT\"}");
        assertThat(inJson(account))
                .contains("\"type\":\"dead_letter\",\"reason\":\"DEFECT\"")
                .contains("\"reached\":[{\"cause\":\"deadline\",\"clue\":\"gate\"")
                .contains("\"brought_by\":{\"record\":\"0:1\",\"end_of_log\":false,\"at\":20000}");
        assertThat(defects).containsExactly("ada:pier:11000");
    }

    @Test
    void aFailedDueMomentIsNamedBeforeTheActionThatBroughtItForward() {
        Explainer explainer = explainer("0:1");
        explainer.next(record(0, 1_000, JOIN));
        looks = 0;

        Account account = explainer.next(record(1, 20_000, ABANDON)).orElseThrow();

        assertThat(InWords.of(account))
                .startsWith("0:1 ABANDONED: ")
                .contains("What had fallen due just before\n  ada:pier:11000  the rules failed")
                .contains("defect     the rules failed at 1970-01-01T00:00:11Z");
        assertThat(inJson(account))
                .contains("\"defects\":[\"ada:pier:11000\"]", "\"failed_at\":11000");
    }

    @Test
    void whatFailsOnTheWayIsNotTold() {
        Explainer explainer = explainer("0:1");
        looks = 0;

        assertThat(explainer.next(record(0, 1_000, JOIN))).isEmpty();
        assertThat(explainer.next(record(1, 2_000, JOIN))).isPresent();

        assertThat(defects).isEmpty();
    }

    @Test
    void aStrangerWhoIsForgottenStoodInNoHunt() {
        Account account = explainer("0:0").next(record(0, 1_000, FORGET)).orElseThrow();

        assertThat(InWords.of(account))
                .startsWith("0:0 NO_CHANGE: ")
                .contains("Where the player stood before\n  in no hunt\n");
        assertThat(inJson(account)).contains("\"before\":{\"hunts\":[]}");
    }

    @Test
    void gapsInALogAreSaid() {
        Explainer explainer = explainer("7:7");
        explainer.next(tick(0, 3));
        explainer.next(tick(0, 9));
        explainer.next(tick(2, 0));

        assertThat(explainer.end()).isEmpty();
        assertThat(explainer.notFound().lines())
                .containsExactly(
                        "holds no record 7:7. It has:",
                        "  partition 0: offsets 3 to 9, 2 of them",
                        "  partition 2: offsets 0 to 0");
    }

    @Test
    void anEmptyLogHoldsNothing() {
        Explainer explainer = explainer("ada:pier:1");

        assertThat(explainer.end()).isEmpty();
        assertThat(explainer.notFound())
                .isEqualTo(
                        "brings no announcement ada:pier:1. It brings none to ada. It has no"
                                + " record.");
    }

    @Test
    void aPlayersNameMayHoldColons() {
        assertThat(Sought.parse("team:7:pier:11000"))
                .contains(new Sought.Moment("team:7", "pier", 11_000));
        assertThat(Sought.parse("7:11000")).contains(new Sought.Place(7, 11_000));
    }

    private Explainer explainer(String id) {
        return new Explainer(
                hunt -> {
                    if (looks == 0) {
                        looks = Integer.MAX_VALUE;
                        throw new IllegalStateException("a defect");
                    }
                    looks--;
                    return hunt.equals("pier") ? pier : HuntVersions.NONE;
                },
                new Intake(OptionalInt.empty(), Seals.asRecorded()),
                Sought.parse(id).orElseThrow(),
                (failed, failure) -> defects.add(failed));
    }

    private static RawRecord record(long offset, long appendTime, String kind) {
        String action = "{\"action_id\":\"%d\",\"player\":\"ada\",%s}".formatted(offset, kind);
        return new RawRecord(
                0,
                offset,
                appendTime,
                false,
                new byte[0],
                "ada".getBytes(StandardCharsets.US_ASCII),
                action.getBytes(StandardCharsets.UTF_8));
    }

    private static RawRecord tick(int partition, long offset) {
        return new RawRecord(partition, offset, 1_000, true, null, null, null);
    }

    private static String inJson(Account account) {
        return new String(InJson.of(account), StandardCharsets.UTF_8);
    }
}
