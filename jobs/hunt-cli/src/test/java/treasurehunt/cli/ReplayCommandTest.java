package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.cli.LogLines.plain;
import static treasurehunt.cli.LogLines.raw;
import static treasurehunt.cli.LogLines.tick;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class ReplayCommandTest {
    private static final String JOIN = "\"join\":{}";
    private static final String OAK = "\"answer\":{\"clue\":\"gate\",\"text\":\"Oak\"}";

    @TempDir private Path folder;
    private Path hunts;
    private Path log;

    @BeforeEach
    void aFolderOfHunts() throws IOException {
        hunts = folder.resolve("hunts");
        log = folder.resolve("actions.ndjson");
        Hunts.write(hunts.resolve("pier.yaml"), Hunts.of("pier"));
    }

    @Test
    void everyRecordButTicksHasOneLineInTheFilesOrder() throws IOException {
        Ran ran =
                replay(
                        plain(0, 0, 1_000, Hunts.action("ada", "a1", JOIN)),
                        raw(1, 0, 1_000, "", "rubbish"),
                        tick(0, 1, 9_000),
                        plain(1, 1, 500, Hunts.action("bob", "b1", OAK)),
                        "",
                        plain(0, 2, 2_000, Hunts.action("ada", "a2", OAK)));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"0:0\"", "JOINED", "\"at\":1000"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "{\"id\":\"1:0\",\"dead_letter\":\"MALFORMED\"}"),
                        line -> assertThat(line).contains("\"1:1\"", "NOT_JOINED", "\"at\":1000"),
                        line ->
                                assertThat(line)
                                        .contains("\"0:2\"", "SOLVED", "\"at\":9000")
                                        .contains("\"append_time\":2000"));
    }

    @Test
    void aRawLineThatHoldsAnActionIsJudgedByItsKey() throws IOException {
        String join = Hunts.action("ada", "a1", JOIN);

        Ran ran = replay(raw(0, 0, 1, "ada", join), raw(0, 1, 2, "eve", join));

        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("JOINED"),
                        line -> assertThat(line).contains("\"0:1\"", "WRONG_KEY"));
    }

    @Test
    void thePartitionIsCheckedWhereTheirNumberIsGiven() throws IOException {
        int right = Partitioning.partitionOf("ada".getBytes(StandardCharsets.US_ASCII), 24);
        String[] lines = {
            plain(right, 0, 1, Hunts.action("ada", "a1", JOIN)),
            plain((right + 1) % 24, 0, 1, Hunts.action("ada", "a2", OAK))
        };

        Ran unknown = replay(lines);
        Ran given = Ran.hunt("replay", "--hunts", hunts, "--actions", log, "--partitions", "24");

        assertThat(unknown.out()).contains("SOLVED").doesNotContain("WRONG_PARTITION");
        assertThat(given.out()).contains("JOINED", "WRONG_PARTITION").doesNotContain("SOLVED");
    }

    @Test
    void twiceIsTheSameByteForByteAlsoByThePublishedForm() throws Exception {
        Hunts.write(
                log,
                plain(0, 0, 1, Hunts.action("ada", "a1", JOIN))
                        + "\n"
                        + plain(0, 1, 2, Hunts.action("ada", "a2", OAK)));
        Path published = folder.resolve("published");
        Hunts.write(
                published.resolve("pier.json"),
                new String(
                        HuntCodec.encode(HuntYaml.read(hunts.resolve("pier.yaml"))),
                        StandardCharsets.UTF_8));
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");

        Ran ran = Ran.hunt("replay", "--hunts", hunts, "--actions", log, "--out", first, "--json");
        Ran.hunt("replay", "--hunts", published, "--actions", log, "--out", second);

        assertThat(ran.out())
                .startsWith(
                        "{\"results\":2,\"announcements\":0,\"dead_letters\":0,\"records\":2,\"ms\":");
        assertThat(first).isNotEmptyFile().hasSameBinaryContentAs(second);
    }

    @Test
    void aSealedHuntIsReplayedAsThePlainOneIs() throws Exception {
        Path keys = folder.resolve("keys");
        Ran.hunt("keys", "init", "--keys", keys);
        Keys ofHunts = new KeyFolder(keys).read(Role.HUNTS);
        Hunt pier = HuntYaml.read(hunts.resolve("pier.yaml"));
        Path sealed = folder.resolve("sealed");
        Hunts.write(
                sealed.resolve("pier.json"),
                new String(
                        PublicationCodec.encode(new Publication.Published(pier), ofHunts),
                        StandardCharsets.UTF_8));
        Ran plain =
                replay(
                        plain(0, 0, 1, Hunts.action("ada", "a1", JOIN)),
                        plain(0, 1, 2, Hunts.action("ada", "a2", OAK)));

        Ran opened = Ran.hunt("replay", "--hunts", sealed, "--actions", log, "--keys", keys);
        Ran closed = Ran.hunt("replay", "--hunts", sealed, "--actions", log);

        assertThat(opened.out()).isEqualTo(plain.out()).contains("SOLVED");
        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.err())
                .startsWith(sealed.resolve("pier.json") + ":1: is sealed under the key ")
                .contains(ofHunts.ids().get(0), "--keys")
                .hasLineCount(1);
    }

    @Test
    void aBrokenLineIsNamedAndNothingIsLeft() throws IOException {
        Hunts.write(log, plain(0, 0, 1, Hunts.action("ada", "a1", JOIN)) + "\n\n{\"offset\":1}\n");
        Path out = folder.resolve("out.ndjson");

        Ran ran = Ran.hunt("replay", "--hunts", hunts, "--actions", log, "--out", out);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(log + ":3: ").contains("partition").hasLineCount(1);
        assertThat(folder).isDirectoryNotContaining("glob:**out.ndjson*");
    }

    @Test
    void everyVersionOfAHuntIsAFileAndIsInEffectFromItsTimeOn() throws IOException {
        Hunts.write(
                hunts.resolve("pier-2.yaml"),
                Hunts.of("pier").replace("version: 1", "version: 2")
                        + "effective-from: 1970-01-01T00:00:02Z\n");

        Ran ran =
                replay(
                        plain(0, 0, 1_999, Hunts.action("ada", "a1", JOIN)),
                        plain(0, 1, 2_000, Hunts.action("ada", "a2", OAK)));

        assertThat(ran.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("JOINED", "\"hunt_version\":1"),
                        line -> assertThat(line).contains("\"ada:pier:2000\"", "MOVED"),
                        line -> assertThat(line).contains("SOLVED", "\"hunt_version\":2"));
    }

    @Test
    void whatIsStillOutIsAnnouncedAtTheEndOfTheFile() throws IOException {
        Hunts.write(
                hunts.resolve("pier.yaml"),
                Hunts.of("pier").replace("points: 100", "deadline: 10s"));
        Hunts.write(
                log,
                plain(0, 0, 1_000, Hunts.action("ada", "a1", JOIN)) + "\n" + tick(0, 1, 11_001));
        Path out = folder.resolve("out.ndjson");

        Ran ran = Ran.hunt("replay", "--hunts", hunts, "--actions", log, "--out", out);

        assertThat(out).content().contains("\"ada:pier:11000\"").hasLineCount(2);
        assertThat(ran.out())
                .startsWith(
                        "Wrote 1 results, 1 announcements and 0 dead letters to "
                                + out
                                + ". Replayed 2 records in ");
    }

    @Test
    void withoutAFileTheSummaryIsNoneOfTheResults() throws IOException {
        Ran ran = replay(plain(0, 0, 1_000, Hunts.action("ada", "a1", JOIN)));

        assertThat(ran.out()).hasLineCount(1);
        assertThat(ran.err())
                .startsWith("Wrote 1 results, 0 announcements and 0 dead letters. Replayed 1 ");
    }

    @Test
    void twoFilesWithOneHuntAreRefused() throws IOException {
        Hunts.write(hunts.resolve("pier-2.yaml"), Hunts.of("pier"));

        Ran ran = replay();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("pier.yaml:1: hunt pier is in ").contains("pier-2.yaml");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Ran noLog = Ran.hunt("replay", "--hunts", hunts, "--actions", log);
        Ran noHunts = Ran.hunt("replay", "--hunts", folder.resolve("none"), "--actions", log);

        assertThat(noLog.exitCode()).isEqualTo(1);
        assertThat(noLog.err()).startsWith(log + ": ").hasLineCount(1);
        assertThat(noHunts.exitCode()).isEqualTo(1);
        assertThat(noHunts.err()).startsWith(folder.resolve("none") + ": ").hasLineCount(1);
    }

    private Ran replay(String... lines) throws IOException {
        Hunts.write(log, String.join("\n", lines));
        return Ran.hunt("replay", "--hunts", hunts, "--actions", log);
    }
}
