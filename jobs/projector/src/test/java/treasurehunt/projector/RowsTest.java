package treasurehunt.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.postgres.sink.Row;
import treasurehunt.connector.postgres.sink.Target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class RowsTest {
    @Test
    void aSnapshotIsARowOfProgress() throws Exception {
        List<Row> rows =
                of(
                        new Rows.OfProgress(),
                        """
                        {"player":"ada","hunt":"pier","version":9,"standing":"PLAYING","hunt_version":2,"joined_at":1,"at":5,
                         "score":-5,"score_at":4,"board":{"score":40,"score_at":3},
                         "clues":[{"clue":"a","status":"SOLVED","attempts":3,"hints":2},{"clue":"b","status":"OPEN","attempts":0,"hints":0},
                                  {"clue":"c","status":"UNDER_REVIEW","attempts":0,"hints":0},{"clue":"d","status":"EXPIRED","attempts":1,"hints":0}],
                         "treasures":[{"treasure":"x","status":"CLAIMED"},{"treasure":"y#first-finders","status":"GRANTED"}]}
                        """);

        assertThat(rows).extracting(Row::target).containsExactly("hunt_progress");
        assertThat(rows.get(0).values())
                .containsExactly(
                        "ada",
                        "pier",
                        "9",
                        "PLAYING",
                        "2",
                        "1",
                        "5",
                        "-5",
                        "4",
                        "40",
                        "3",
                        "{\"a\"}",
                        "{\"b\",\"c\"}",
                        "{\"a\":{\"status\":\"SOLVED\",\"attempts\":3,\"hints\":2},\"b\":{\"status\":\"OPEN\",\"attempts\":0,\"hints\":0},"
                                + "\"c\":{\"status\":\"UNDER_REVIEW\",\"attempts\":0,\"hints\":0},"
                                + "\"d\":{\"status\":\"EXPIRED\",\"attempts\":1,\"hints\":0}}",
                        "{\"y#first-finders\"}",
                        "2");
    }

    @Test
    void anErasureIsOneAndSoIsWhatIsLeftOfItInTheEnd() throws Exception {
        List<Row> rows =
                of(
                        new Rows.OfProgress(),
                        "{\"player\":\"ada\",\"hunt\":\"pier\",\"version\":10,\"erased\":true}",
                        null);

        assertThat(rows)
                .extracting(row -> row.target() + " " + Arrays.toString(row.values()))
                .containsExactly("erasures [ada, 10]", "tombstones [a/da, pier, 2]");
    }

    @Test
    void aResultIsARowForEachEffectThatATableHolds() throws Exception {
        List<Row> rows =
                of(
                        new Rows.OfResults(),
                        """
                        {"id":"3:7","player":"ada","hunt":"pier","action_id":"a","kind":"answer","clue":"gate","code":"SOLVED",
                         "effects":[{"type":"CLUE_SOLVED","clue":"gate"},
                                    {"type":"POINTS","points":50,"balance":50,"reason":"clue","clue":"gate"},
                                    {"type":"CLAIMED","treasure":"map"},{"type":"COMPLETED"}],
                         "score":50,"version":4,"hunt_version":2,"at":9,"append_time":8,"rules":3}
                        """,
                        """
                        {"id":"3:8","player":"ada","hunt":"pier","action_id":"b","kind":"verdict","code":"GRANTED",
                         "effects":[{"type":"GRANTED","treasure":"map","rank":2},{"type":"RELEASED","treasure":"sail"}],
                         "score":50,"version":5,"hunt_version":2,"at":10,"append_time":10,"rules":3}
                        """,
                        """
                        {"id":"3:9","player":"ada","action_id":"c","kind":"forget","code":"FORGOTTEN",
                         "effects":[{"type":"FORGOTTEN"},{"type":"RELEASED","treasure":"map","hunt":"pier"}],
                         "at":11,"append_time":11,"rules":3}
                        """);

        assertThat(rows)
                .extracting(row -> row.target() + " " + Arrays.toString(row.values()))
                .containsExactly(
                        "solves [ada, 3:7, 0, pier, gate, 4, 2, 9, 2]",
                        "ledger [ada, 3:7, 1, pier, 4, 9, 50, 50, clue, gate, null, null, null, null, 2]",
                        "treasure_grants [ada, 3:8, 0, pier, map, 5, 2, 10, 2]",
                        "releases [ada, pier, sail, 5, 10]",
                        "forgotten [ada, 2]");
    }

    @Test
    void aNulThatNoTextOfPostgresHoldsIsReplaced() throws Exception {
        List<Row> rows =
                of(
                        new Rows.OfResults(),
                        """
                        {"id":"3:7","player":"ada","hunt":"pier","action_id":"a","kind":"adjust","code":"ADJUSTED",
                         "effects":[{"type":"POINTS","points":5,"balance":5,"reason":"adjustment","operator":"olga","text":"a\\u0000b"}],
                         "score":5,"version":4,"hunt_version":2,"at":9,"append_time":8,"rules":3}
                        """);

        assertThat(rows.get(0).values()).endsWith("olga", "a\uFFFDb", "2");
    }

    @Test
    void whatCannotBeReadStopsTheJobAndSaysWhere() {
        assertThatThrownBy(() -> of(new Rows.OfResults(), "{\"id\":"))
                .hasMessageContaining("The record at topic 1:2 cannot be read");
        assertThatThrownBy(() -> of(new Rows.OfResults(), (String) null))
                .hasMessageContaining("no value");
    }

    @Test
    void everyRowHasTheColumnsOfItsTarget() {
        for (Target target : Tables.ALL) {
            assertThat(target.columns().get(0)).as(target.name()).isEqualTo("player");
            assertThat(target.columns()).doesNotHaveDuplicates();
        }
    }

    private static List<Row> of(FlatMapFunction<CommittedRecord, Row> rows, String... records)
            throws Exception {
        List<Row> all = new ArrayList<>();
        for (String record : records) {
            byte[] value = record == null ? null : record.getBytes(UTF_8);
            rows.flatMap(
                    new CommittedRecord("topic", 1, 2, 3, "pier/a/da".getBytes(UTF_8), value),
                    new ListCollector<>(all));
        }
        for (Row row : all) {
            assertThat(row.origin()).isEqualTo(new Row.Origin("topic", 1, 2, 3));
        }
        return all;
    }
}
