package treasurehunt.benchmarks;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The hunts that a log is made for. */
final class ExampleHunts {
    /** Seen from the project's own folder. */
    static final String FOLDER = "schemas/examples";

    private ExampleHunts() {}

    /** The files of hunts in a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder + ": no such folder; run this from the project's own, or name another");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> hunts =
                    files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            if (hunts.isEmpty()) {
                throw new IOException(folder + ": no hunts in this folder (*.yaml)");
            }
            return hunts;
        }
    }

    /** The hunts in a folder, by the names of their files. */
    static List<Hunt> read(Path folder) throws IOException, RefusedHuntException {
        List<Hunt> hunts = new ArrayList<>();
        for (Path file : files(folder)) {
            hunts.add(HuntYaml.read(file));
        }
        return hunts;
    }
}
