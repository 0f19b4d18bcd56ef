package treasurehunt.core;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** Hunts for tests, written as authors write them. */
public final class Hunts {
    public static final long OPENS = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
    public static final long CLOSES = Instant.parse("2026-06-30T20:00:00Z").toEpochMilli();

    private static final String SIMPLE =
            """
            clues:
              - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}}
            """;

    /** A gate that opens an anchor and a mast. */
    public static final Hunt HARBOUR_LIGHTS =
            hunt(
                    """
                    complete-when: {all: [gate, anchor]}
                    clues:
                      - id: gate
                        title: The harbour gate
                        text: What are its wings made of?
                        points: 50
                        wrong-penalty: 5
                        attempts: {max: 3}
                        proof: {answer: {accept: [oak, oak wood], near: {beech: A harder wood}}}
                        hints:
                          - {id: leaf, cost: 10, text: Its leaf has lobes}
                          - {id: late, cost: 10, after: 5m, text: Acorns}
                          - {id: free, text: A tree}
                      - id: anchor
                        title: The rusty anchor
                        text: What covers it?
                        media: https://example.org/anchor.jpg
                        points: 100
                        requires: gate
                        proof: {answer: {accept: [rust]}}
                        hints:
                          - {id: dear, cost: 1000, text: It is red}
                      - id: mast
                        title: The mast
                        requires: gate
                        proof: {code: {accept: [QR-7781]}}
                    """);

    private Hunts() {}

    /** So many minutes after the opening, ms UTC. */
    public static long minute(long minutes) {
        return OPENS + 60_000 * minutes;
    }

    /** A time, ms UTC, as YAML has it. */
    public static String text(long time) {
        return Instant.ofEpochMilli(time).toString();
    }

    /** A hunt with these further fields. */
    public static Hunt hunt(String fields) {
        return hunt("harbour-lights", 1, fields);
    }

    public static Hunt hunt(String id, int version, String fields) {
        return open(OPENS, CLOSES, id, version, fields);
    }

    /** The second version of a hunt, a simple one that opens a year later. */
    public static Hunt nextYear(String id) {
        long year = Duration.ofDays(365).toMillis();
        return open(OPENS + year, CLOSES + year, id, 2, SIMPLE);
    }

    /** A version that is open from the one time until just before the other, ms UTC. */
    public static Hunt open(long from, long until, String id, int version, String fields) {
        return read(
                """
                hunt: %s
                version: %d
                title: Harbour Lights
                opens: %s
                closes: %s
                """
                                .formatted(id, version, text(from), text(until))
                        + fields);
    }

    /** One clue, {@code gate}, for 50 points, that takes {@code oak}. */
    public static Hunt simple(String id) {
        return simple(id, 1);
    }

    public static Hunt simple(String id, int version) {
        return hunt(id, version, SIMPLE);
    }

    /** A simple one that closes at another time. */
    public static Hunt closingAt(String time, String id) {
        return open(OPENS, Instant.parse(time).toEpochMilli(), id, 1, SIMPLE);
    }

    /** So many simple ones: {@code hunt-1}, {@code hunt-2}… */
    public static Hunt[] several(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> simple("hunt-" + i))
                .toArray(Hunt[]::new);
    }

    private static Hunt read(String yaml) {
        try {
            Path file = Files.createTempFile("hunt", ".yaml");
            try {
                return HuntYaml.read(Files.writeString(file, yaml));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedHuntException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
