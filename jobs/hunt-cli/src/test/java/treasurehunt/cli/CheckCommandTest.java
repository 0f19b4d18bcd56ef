package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** No broker is asked: there is none here. */
class CheckCommandTest {
    @TempDir private Path folder;

    @Test
    void aGoodHuntIsSaidToBeGood() throws IOException {
        Path pier = Hunts.write(folder.resolve("pier.yaml"), Hunts.of("pier"));
        Path dock =
                Hunts.write(
                        folder.resolve("dock.yaml"),
                        Hunts.of("dock").replace("version: 1", "version: 3")
                                + """
                                  - {id: mast, title: Mast, proof: {review: {}}}
                                treasures: [{id: compass, title: Compass, stock: 3}]
                                """);

        Ran ran = Ran.hunt("check", pier, dock);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        pier + ": pier version 1, 1 clue, 0 treasures: good",
                        dock + ": dock version 3, 2 clues, 1 treasure: good");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void everyProblemOfEveryFileIsSaidAtOnce() throws IOException {
        Path one = Hunts.write(folder.resolve("one.yaml"), Hunts.of("Bad Id") + "colour: red\n");
        Path good = Hunts.write(folder.resolve("good.yaml"), Hunts.of("good"));
        Path two = Hunts.write(folder.resolve("two.yaml"), "hunt: [\n");

        Ran ran = Ran.hunt("check", one, good, two);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines())
                .containsExactly(good + ": good version 1, 1 clue, 0 treasures: good");
        assertThat(ran.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(one + ":1: hunt: must be 1 to 64 of"))
                .anyMatch(line -> line.startsWith(one + ":14: colour: unknown field"))
                .anyMatch(line -> line.startsWith(two + ":2: while parsing a flow"));
    }

    @Test
    void asJsonAFileIsAnObject() throws IOException {
        Path good = Hunts.write(folder.resolve("good.yaml"), Hunts.of("good"));
        Path bad =
                Hunts.write(
                        folder.resolve("bad.yaml"), Hunts.of("B").replace("cost: 10", "cost: x"));
        Path missing = folder.resolve("missing.yaml");

        Ran ran = Ran.hunt("check", "--json", good, bad, missing);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines())
                .containsExactly(
                        "{\"file\":\""
                                + good
                                + "\",\"hunt\":\"good\",\"version\":1,\"clues\":1,\"treasures\":0}",
                        "{\"file\":\""
                                + bad
                                + "\",\"problems\":[{\"line\":1,\"path\":\"hunt\",\"reason\":"
                                + "\"must be 1 to 64 of a-z, 0-9 and -\"},"
                                + "{\"line\":13,\"path\":\"clues[0].hints[0].cost\",\"reason\":"
                                + "\"must be a whole number from 0 to 10^9\"}]}",
                        "{\"file\":\""
                                + missing
                                + "\",\"problems\":[{\"path\":\"\",\"reason\":"
                                + "\"there is no such file or folder\"}]}");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void severalVersionsOfAHuntAreFineButNoneTwice() throws IOException {
        Path first = Hunts.write(folder.resolve("pier-1.yaml"), Hunts.of("pier"));
        Path second = Hunts.write(folder.resolve("pier-2.yaml"), version2());
        Path again = Hunts.write(folder.resolve("pier-2b.yaml"), "# mine\n" + version2());

        assertThat(Ran.hunt("check", first, second).exitCode()).isZero();
        Ran ran = Ran.hunt("check", first, second, again);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).hasLineCount(2);
        assertThat(ran.err().strip())
                .isEqualTo(
                        again + ":2: hunt pier is in " + second + ", too, in the same version 2");
    }

    @Test
    void anotherStockMustNotWait() throws IOException {
        String finders = "    first-finders: [50, 30]\n";
        Path first = Hunts.write(folder.resolve("pier-1.yaml"), Hunts.of("pier") + finders);
        Path second =
                Hunts.write(
                        folder.resolve("pier-2.yaml"),
                        version2().replace("opens:", "effective-from: 2026-01-01T00:00:00Z\nopens:")
                                + finders.replace("30", "30, 10"));

        Ran ran = Ran.hunt("check", second, first);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip())
                .isEqualTo(
                        second
                                + ":4: effective-from: a stock changes as soon as it is published:"
                                + " leave this out, or keep the stock of gate#first-finders at 2,"
                                + " as in version 1");
    }

    @Test
    void whatIsPublishedCanBeCheckedToo() throws Exception {
        Path authored = Hunts.write(folder.resolve("pier.yaml"), Hunts.of("pier"));
        Path published =
                Files.write(folder.resolve("pier.json"), HuntCodec.encode(HuntYaml.read(authored)));
        Path rubbish = Hunts.write(folder.resolve("rubbish.json"), "{\"hunt\":1}");

        assertThat(Ran.hunt("check", published).out())
                .startsWith(published + ": pier version 1, 1 clue");
        assertThat(Ran.hunt("check", rubbish).err())
                .startsWith(rubbish + ":1: version: is missing");
    }

    @Test
    void aFolderIsNoHunt() {
        Ran ran = Ran.hunt("check", folder);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip()).isEqualTo(folder + ": is a folder; name the hunts in it");
    }

    private static String version2() {
        return Hunts.of("pier").replace("version: 1", "version: 2");
    }
}
