package treasurehunt.testkit;

import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Set;

/**
 * The clock of a broker's JVM, once installed: the classes of Kafka that read {@link System}'s
 * clocks read this one. Only the wall clock has an offset; the monotonic one, and those of the
 * metadata quorum, of the file system and of the broker's own log, stay the machine's. Public for
 * those classes only.
 */
public final class BrokerClock {
    /**
     * The controller appends to the metadata log at the latest 25 ms after it has been asked, by
     * the wall clock: set back in that time, it would stand still for as long as it was set back.
     */
    private static final Set<String> QUORUM =
            Set.of("kafka-1-raft-io-thread", "quorum-controller-1-event-handler");

    private static volatile ClockOffset offset;

    private BrokerClock() {}

    /**
     * Installs the clock with the offset that stands in the file now and later.
     *
     * @throws LinkageError if Kafka has read another clock already
     */
    static void install(Path file) throws IOException, IllegalAccessException {
        offset = ClockOffset.in(file);
        giveTo("SystemTime", Time.class);
        // The one that stamps the ends of transactions.
        giveTo("MemoryRecords", TimestampType.class);
    }

    /** The machine's wall clock and the offset, in milliseconds since 1970. */
    public static long currentTimeMillis() {
        long ahead = offset.millis();
        return ahead == 0 || QUORUM.contains(Thread.currentThread().getName())
                ? System.currentTimeMillis()
                : System.currentTimeMillis() + ahead;
    }

    /** The machine's monotonic clock. */
    public static long nanoTime() {
        return System.nanoTime();
    }

    private static void giveTo(String reader, Class<?> neighbour)
            throws IOException, IllegalAccessException {
        try (InputStream original = neighbour.getResourceAsStream(reader + ".class")) {
            byte[] changed =
                    ClassFile.renamed(original.readAllBytes(), System.class, BrokerClock.class);
            // A class that is defined before its first use is not looked for in a jar.
            MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(changed);
        }
    }
}
