package treasurehunt.testkit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How far a process's wall clock is from the machine's. It stands in a file that all who set and
 * read it have mapped, so that a new offset holds for the very next reading; no file is no offset.
 */
final class ClockOffset {
    private static final VarHandle MILLIS =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final ByteBuffer mapped;

    private ClockOffset(ByteBuffer mapped) {
        this.mapped = mapped;
    }

    static ClockOffset in(Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
                return new ClockOffset(channel.map(MapMode.READ_WRITE, 0, Long.BYTES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot map the offset of a clock, " + file, e);
        }
    }

    long millis() {
        return (long) MILLIS.getVolatile(mapped, 0);
    }

    void set(Duration offset) {
        MILLIS.setVolatile(mapped, 0, offset.toMillis());
    }
}
