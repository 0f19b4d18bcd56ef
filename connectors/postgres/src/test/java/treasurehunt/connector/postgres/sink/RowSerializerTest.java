package treasurehunt.connector.postgres.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

import java.util.List;

class RowSerializerTest {
    @Test
    void whatIsBufferedIsThereAfterARestore() throws Exception {
        Row row =
                new Row(
                        "solves",
                        new String[] {"ann", null, "", "Ä\uD83D\uDDFA", "x".repeat(100_000)},
                        new Row.Origin("results", 3, 1L << 40, -1));
        RowSerializer serializer = new RowSerializer();
        BufferedRequestState<Row> state =
                new BufferedRequestState<>(List.of(new RequestEntryWrapper<>(row, row.size())));

        BufferedRequestState<Row> restored =
                serializer.deserialize(serializer.getVersion(), serializer.serialize(state));

        assertThat(restored.getBufferedRequestEntries())
                .singleElement()
                .satisfies(
                        entry -> {
                            Row again = entry.getRequestEntry();
                            assertThat(again.target()).isEqualTo("solves");
                            assertThat(again.values()).containsExactly(row.values());
                            assertThat(again.origin()).isEqualTo(row.origin());
                            assertThat(entry.getSize()).isEqualTo(row.size());
                        });
    }
}
