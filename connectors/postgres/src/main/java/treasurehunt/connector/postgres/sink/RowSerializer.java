package treasurehunt.connector.postgres.sink;

import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a writer's state would hold: Flink asks for it, though {@link PostgresWriter} leaves none.
 */
final class RowSerializer extends AsyncSinkWriterStateSerializer<Row> {
    private static final int NONE = -1;

    @Override
    protected void serializeRequestToStream(Row row, DataOutputStream out) throws IOException {
        out.writeUTF(row.target());
        out.writeUTF(row.origin().topic());
        out.writeInt(row.origin().partition());
        out.writeLong(row.origin().offset());
        out.writeLong(row.origin().appendTime());
        out.writeInt(row.values().length);
        for (String value : row.values()) {
            if (value == null) {
                out.writeInt(NONE);
                continue;
            }
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    @Override
    protected Row deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        String target = in.readUTF();
        Row.Origin origin =
                new Row.Origin(in.readUTF(), in.readInt(), in.readLong(), in.readLong());
        String[] values = new String[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            int length = in.readInt();
            values[i] =
                    length == NONE
                            ? null
                            : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        return new Row(target, values, origin);
    }

    @Override
    public int getVersion() {
        return 1;
    }
}
