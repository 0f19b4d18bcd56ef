package treasurehunt.cli;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Lines;
import treasurehunt.schemas.hunt.Problem;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hunt and where it stands.
 *
 * @param lines on which its fields stand
 */
public record HuntFile(Path file, Lines lines, Hunt hunt) {
    private static final String PUBLISHED_FORM = ".json";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", PUBLISHED_FORM);
    private static final String ID_FIELD = "hunt";

    /** A refusal of the hunt as a whole, where it gives its id. */
    public Refusal refusal(String reason) {
        return new Refusal(file, new Problem(lines.of(ID_FIELD), "", reason));
    }

    /** A refusal because of a field, on its line. */
    public Refusal refusal(Problem problem) {
        String path = problem.path();
        return new Refusal(file, new Problem(lines.of(path), path, problem.reason()));
    }

    /**
     * All hunts of a folder: as authors write them, and as they are published.
     *
     * @param keys by which they open, where they are sealed
     */
    public static List<HuntFile> readFolder(Path folder, Keys keys)
            throws CommandFailedException, IOException {
        List<Path> files = in(folder);
        if (files.isEmpty()) {
            throw new CommandFailedException(folder + ": holds no hunt (*.yaml or *.json)");
        }
        return HuntFiles.read(files, keys).orRefuse();
    }

    /** The files of a folder that are taken for hunts, by name. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The hunts in these files, of which none is sealed; whatever is wrong with any of them is said
     * at once.
     */
    public static List<HuntFile> read(List<Path> files) throws CommandFailedException {
        return HuntFiles.read(files, Keys.none(Role.HUNTS)).orRefuse();
    }

    static HuntFile read(Path file, Keys keys) throws IOException, RefusedHuntException {
        if (!file.toString().endsWith(PUBLISHED_FORM)) {
            HuntYaml.Authored authored = HuntYaml.readWithLines(file);
            return new HuntFile(file, authored.lines(), authored.hunt());
        }
        return new HuntFile(file, Lines.ONE, HuntCodec.decode(Files.readAllBytes(file), keys));
    }
}
