package treasurehunt.cli.demo;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.demo.crowd.SideHunts;
import treasurehunt.schemas.hunt.Hunt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What there is to play.
 *
 * @param played by the crowd
 * @param aside joined by few, see {@link SideHunts}
 */
record DemoHunts(List<Hunt> played, List<Hunt> aside) {
    private static final List<String> EXAMPLES =
            List.of("old-town-walk", "clockmakers-will", "harbour-lights");

    /**
     * Reads them.
     *
     * @param files hunts to play; if none, the examples
     * @param scratch a folder for what is read from inside the program
     */
    static DemoHunts read(List<Path> files, Path scratch)
            throws CommandFailedException, IOException {
        Files.createDirectories(scratch);
        List<Path> played = files.isEmpty() ? examples(scratch) : files;
        List<Path> aside = new ArrayList<>();
        Map<String, String> yaml = SideHunts.yaml();
        for (Map.Entry<String, String> hunt : yaml.entrySet()) {
            Path file = scratch.resolve(hunt.getKey() + ".yaml");
            aside.add(Files.writeString(file, hunt.getValue()));
        }
        DemoHunts hunts = new DemoHunts(hunts(played), hunts(aside));
        for (Hunt hunt : hunts.played()) {
            if (yaml.containsKey(hunt.id())) {
                throw new CommandFailedException(
                        "--hunt: the demo has a small hunt %s of its own: give yours another id."
                                .formatted(hunt.id()));
            }
        }
        return hunts;
    }

    List<Hunt> all() {
        return Stream.concat(played.stream(), aside.stream()).toList();
    }

    private static List<Path> examples(Path scratch) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String example : EXAMPLES) {
            Path file = scratch.resolve(example + ".yaml");
            ClassLoader loader = DemoHunts.class.getClassLoader();
            try (InputStream yaml = loader.getResourceAsStream("examples/" + example + ".yaml")) {
                Files.copy(yaml, file);
            }
            files.add(file);
        }
        return files;
    }

    private static List<Hunt> hunts(List<Path> files) throws CommandFailedException {
        return HuntFile.read(files).stream().map(HuntFile::hunt).toList();
    }
}
