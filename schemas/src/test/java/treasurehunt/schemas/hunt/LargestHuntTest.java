package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hunt of 256 KiB and 1,000 clues, whatever its clues require of each other. */
class LargestHuntTest {
    private static final int CLUES = 1000;

    @TempDir private Path folder;

    /** What is hard on a checker that looks again and again. */
    private enum Shape {
        /** Each clue needs the next: nothing opens before the last. */
        CHAIN_FROM_THE_END {
            @Override
            String requires(int clue) {
                return clue == CLUES - 1 ? "{all: []}" : "c" + (clue + 1);
            }
        },
        /** Each needs a score that only all the later ones bring. */
        SCORES_FROM_THE_END {
            @Override
            String requires(int clue) {
                return "{points: " + (CLUES - 1 - clue) + "}";
            }
        },
        /** Each names many others, within each other. */
        LONG_CONDITIONS {
            @Override
            String requires(int clue) {
                StringBuilder any = new StringBuilder("{any: [{points: 0}");
                for (int i = Math.max(0, clue - 5); i < clue; i++) {
                    any.append(", {at-least: 1, of: [c").append(i).append("]}");
                }
                return any + "]}";
            }
        };

        abstract String requires(int clue);
    }

    @ParameterizedTest
    @EnumSource
    void isReadAndPublished(Shape shape) throws Exception {
        Path file = Files.writeString(folder.resolve("large.yaml"), yaml(shape));

        Hunt hunt = HuntYaml.read(file);

        assertThat(Files.size(file)).isEqualTo(256 * 1024);
        assertThat(hunt.clues()).hasSize(CLUES);
        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
    }

    @ParameterizedTest
    @EnumSource
    void isPublishedWithinItsBoundEvenIfItsHintsAreNothingButQuotes(Shape shape) throws Exception {
        String yaml = yaml(shape).replaceAll("(?<=[x\"])x(?=[x\"}])", "\"");
        Hunt hunt = HuntYaml.read(Files.writeString(folder.resolve("large.yaml"), yaml));
        Keys keys = Keys.fresh(Role.HUNTS);

        byte[] sealed = PublicationCodec.encode(new Publication.Published(hunt), keys);

        assertThat(HuntCodec.decode(sealed, keys)).isEqualTo(hunt);
    }

    @Test
    void isRefusedForAClueThatNeverOpensWithAllThatNeedIt() throws Exception {
        String yaml = yaml(Shape.CHAIN_FROM_THE_END).replace("{all: []}", "{any: []}");
        Path file = Files.writeString(folder.resolve("large.yaml"), yaml);

        assertThat(problems(file)).isEqualTo(CLUES);
    }

    @Test
    void isRefusedForOneCycleOfAll() throws Exception {
        String yaml = yaml(Shape.CHAIN_FROM_THE_END).replace("{all: []}", "c0       ");
        Path file = Files.writeString(folder.resolve("large.yaml"), yaml);

        assertThat(problems(file)).isEqualTo(CLUES);
    }

    private static int problems(Path file) throws Exception {
        try {
            HuntYaml.read(file);
            return 0;
        } catch (RefusedHuntException e) {
            return e.problems().size();
        }
    }

    /** The hunt, with a hint for each clue that fills it up to the last byte. */
    private static String yaml(Shape shape) {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        hunt: large
                        version: 1
                        title: Large
                        opens: 2026-06-01T08:00:00Z
                        closes: 2026-06-02T08:00:00Z
                        clues:
                        """);
        for (int i = 0; i < CLUES; i++) {
            String clue =
                    "  - {id: c%d, title: C, points: 1, requires: %s, proof: {code: {accept: [x]}}"
                            .formatted(i, shape.requires(i));
            String hint = ", hints: [{id: h, text: %s}]}\n";
            int share = (256 * 1024 - yaml.length()) / (CLUES - i);
            int room = share - clue.length() - hint.length() + 2;
            yaml.append(clue).append(room > 0 ? hint.formatted("x".repeat(room)) : "}\n");
        }
        return yaml.append("#".repeat(256 * 1024 - yaml.length())).toString();
    }

    /** Writes a large hunt, to be timed: its shape and the file. */
    public static void main(String[] arguments) throws Exception {
        Files.writeString(
                Path.of(arguments[1]), yaml(Shape.valueOf(arguments[0])), StandardCharsets.UTF_8);
    }
}
