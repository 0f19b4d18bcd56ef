package treasurehunt.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkpoints below one folder, as {@code <job id>/chk-<number>/_metadata}. */
final class Checkpoints {
    private static final Pattern NAME = Pattern.compile("chk-(\\d{1,18})");

    private Checkpoints() {}

    /**
     * The newest complete one. The numbers go on through restores under new job ids; equal numbers,
     * of a job that was also started afresh, are told apart by time.
     */
    static Optional<Path> newest(Path folder, Set<Path> exceptOfJobs) {
        return jobs(folder).stream()
                .filter(job -> !exceptOfJobs.contains(job))
                .flatMap(job -> children(job).stream())
                .flatMap(Checkpoints::complete)
                .max(Comparator.naturalOrder())
                .map(Checkpoint::directory);
    }

    static Path of(Path folder, String jobId, long number) {
        return folder.resolve(jobId).resolve("chk-" + number);
    }

    /** The folders of the jobs, complete checkpoints or not. */
    static List<Path> jobs(Path folder) {
        return children(folder);
    }

    private static Stream<Checkpoint> complete(Path directory) {
        Matcher name = NAME.matcher(directory.getFileName().toString());
        if (!name.matches()) {
            return Stream.empty();
        }
        try {
            // Flink renames the file into place as the last act of a checkpoint.
            FileTime completed = Files.getLastModifiedTime(directory.resolve("_metadata"));
            return Stream.of(new Checkpoint(directory, Long.parseLong(name.group(1)), completed));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoint " + directory, e);
        }
    }

    // A running job deletes old checkpoints while we look: what is gone has no children.
    private static List<Path> children(Path directory) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            List<Path> children = new ArrayList<>();
            stream.forEach(children::add);
            return children;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the checkpoints in " + directory, e);
        }
    }

    private record Checkpoint(Path directory, long number, FileTime completed)
            implements Comparable<Checkpoint> {
        @Override
        public int compareTo(Checkpoint other) {
            return Comparator.comparingLong(Checkpoint::number)
                    .thenComparing(Checkpoint::completed)
                    .compare(this, other);
        }
    }
}
