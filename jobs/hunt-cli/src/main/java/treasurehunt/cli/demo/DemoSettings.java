package treasurehunt.cli.demo;

import treasurehunt.cli.KeysOption;
import treasurehunt.connector.postgres.sink.PostgresOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was asked for.
 *
 * @param duration without it, until Ctrl-C
 * @param rate actions a second; without it the players' own pace
 * @param hunts files; if none, the examples
 * @param keys made there where missing
 * @param kept folder of a system that stays; without it nothing does
 * @param postgres a database that runs elsewhere; without it one of the demo's own
 * @param ports 0 for any free one
 * @param home the project's folder, with {@code flink-conf} in it
 */
record DemoSettings(
        int players,
        Optional<Duration> duration,
        OptionalInt rate,
        long seed,
        int partitions,
        List<Path> hunts,
        KeysOption keys,
        Optional<Path> kept,
        Optional<PostgresOptions> postgres,
        Ports ports,
        Path home) {

    /** The TCP ports that people look at. */
    record Ports(int kafka, int dashboard, int metrics, int postgres) {}
}
