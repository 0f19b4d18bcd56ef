package treasurehunt.cli;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.hunt.Versions;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in files that should hold hunts.
 *
 * @param hunts those that can be read, several versions of a hunt among them
 * @param refusals what is wrong with any of the files
 */
public record HuntFiles(List<HuntFile> hunts, List<Refusal> refusals) {

    /**
     * Reads all of them; no version of a hunt may be there twice.
     *
     * @param keys by which they open, where they are sealed
     */
    public static HuntFiles read(List<Path> files, Keys keys) {
        List<HuntFile> hunts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Path file : files) {
            try {
                hunts.add(readFile(file, keys));
            } catch (RefusedHuntException e) {
                e.problems().forEach(problem -> refusals.add(new Refusal(file, problem)));
            } catch (IOException e) {
                refusals.add(Refusal.ofFile(file, Errors.reason(e)));
            }
        }
        return new HuntFiles(hunts, refusals).and(repeated(hunts));
    }

    /** As {@link #read}, held also to what is refused only when a hunt is to be published. */
    public static HuntFiles readToPublish(List<Path> files) {
        return readToPublish(files, Keys.none(Role.HUNTS));
    }

    /** The same for what may be published, and sealed, already. */
    public static HuntFiles readToPublish(List<Path> files, Keys keys) {
        HuntFiles read = read(files, keys);
        return read.and(restocked(read.hunts()));
    }

    /** The hunts, if there is nothing to refuse. */
    public List<HuntFile> orRefuse() throws CommandFailedException {
        if (!refusals.isEmpty()) {
            throw new CommandFailedException(
                    refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
        }
        return hunts;
    }

    /** What a file holds that is not refused. */
    public HuntFile of(Path file) {
        return hunts.stream().filter(hunt -> hunt.file().equals(file)).findFirst().orElseThrow();
    }

    /** These files with more to refuse. */
    public HuntFiles and(List<Refusal> more) {
        return new HuntFiles(hunts, Stream.concat(refusals.stream(), more.stream()).toList());
    }

    private static HuntFile readFile(Path file, Keys keys)
            throws IOException, RefusedHuntException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(
                    file.toString(), null, "is a folder; name the hunts in it");
        }
        return HuntFile.read(file, keys);
    }

    private record Version(String hunt, int number) {}

    private static List<Refusal> repeated(List<HuntFile> hunts) {
        List<Refusal> refusals = new ArrayList<>();
        Map<Version, Path> first = new HashMap<>();
        for (HuntFile file : hunts) {
            Hunt hunt = file.hunt();
            Path earlier = first.putIfAbsent(new Version(hunt.id(), hunt.version()), file.file());
            if (earlier != null) {
                refusals.add(
                        file.refusal(
                                "hunt %s is in %s, too, in the same version %d"
                                        .formatted(hunt.id(), earlier, hunt.version())));
            }
        }
        return refusals;
    }

    private static List<Refusal> restocked(List<HuntFile> files) {
        List<Hunt> hunts = files.stream().map(HuntFile::hunt).toList();
        List<Refusal> refusals = new ArrayList<>();
        for (HuntFile file : files) {
            Versions.restocked(file.hunt(), hunts)
                    .forEach(problem -> refusals.add(file.refusal(problem)));
        }
        return refusals;
    }
}
