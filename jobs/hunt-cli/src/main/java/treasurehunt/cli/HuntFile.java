package treasurehunt.cli;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Problem;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A hunt and where it stands.
 *
 * @param line on which it gives its id
 */
public record HuntFile(Path file, int line, Hunt hunt) {
    private static final String PUBLISHED_FORM = ".json";
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", PUBLISHED_FORM);
    private static final String ID_FIELD = "hunt:";

    /** A refusal that names this place. */
    public String refusal(String reason) {
        return file + ":" + line + ": " + reason;
    }

    /** All hunts of a folder: as authors write them, and as they are published. */
    public static List<HuntFile> readFolder(Path folder)
            throws CommandFailedException, IOException {
        List<Path> files = in(folder);
        if (files.isEmpty()) {
            throw new CommandFailedException(folder + ": holds no hunt (*.yaml or *.json)");
        }
        return read(files);
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
     * The hunts in these files. Whatever is wrong with any of them is said at once, one {@code
     * file:line: reason} a line.
     */
    public static List<HuntFile> read(List<Path> files) throws CommandFailedException {
        List<HuntFile> hunts = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Path file : files) {
            try {
                hunts.add(read(file));
            } catch (RefusedHuntException e) {
                e.problems().forEach(problem -> refusals.add(located(file, problem)));
            } catch (IOException e) {
                refusals.add(Errors.sentence(e));
            }
        }
        refusals.addAll(repeated(hunts));
        refuse(refusals);
        return hunts;
    }

    /** Ends the command if there is anything to refuse. */
    public static void refuse(List<String> refusals) throws CommandFailedException {
        if (!refusals.isEmpty()) {
            throw new CommandFailedException(String.join("\n", refusals));
        }
    }

    private static HuntFile read(Path file) throws IOException, RefusedHuntException {
        if (!file.toString().endsWith(PUBLISHED_FORM)) {
            Hunt hunt = HuntYaml.read(file);
            return new HuntFile(file, lineOfId(file), hunt);
        }
        return new HuntFile(file, 1, HuntCodec.decode(Files.readAllBytes(file)));
    }

    /** The problem with its file; only those of YAML name it themselves. */
    private static String located(Path file, Problem problem) {
        return file.toString().endsWith(PUBLISHED_FORM)
                ? file + ":1: " + problem
                : problem.toString();
    }

    private static int lineOfId(Path file) throws IOException {
        int line = 0;
        // Any byte is a character here: whether they make a text is the definition's reader to say.
        for (String text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            line++;
            if (text.startsWith(ID_FIELD)) {
                return line;
            }
        }
        return 1;
    }

    private static List<String> repeated(List<HuntFile> hunts) {
        List<String> refusals = new ArrayList<>();
        Map<String, HuntFile> first = new HashMap<>();
        for (HuntFile hunt : hunts) {
            HuntFile earlier = first.putIfAbsent(hunt.hunt().id(), hunt);
            if (earlier != null) {
                refusals.add(
                        hunt.refusal(
                                "hunt " + hunt.hunt().id() + " is in " + earlier.file() + ", too"));
            }
        }
        return refusals;
    }
}
