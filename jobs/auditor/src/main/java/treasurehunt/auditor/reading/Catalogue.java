package treasurehunt.auditor.reading;

import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All versions of all hunts. */
public final class Catalogue {
    private final Map<String, NavigableMap<Long, Hunt>> hunts = new HashMap<>();

    private Catalogue() {}

    /**
     * Reads the files; of two with one hunt and version the first counts.
     *
     * @param keys of hunts
     */
    public static Catalogue of(List<Path> files, Keys keys)
            throws IOException, UnreadableEvidenceException {
        Catalogue catalogue = new Catalogue();
        for (Path file : files) {
            Hunt hunt = HuntFile.read(file, keys);
            catalogue
                    .hunts
                    .computeIfAbsent(hunt.id(), id -> new TreeMap<>())
                    .putIfAbsent(hunt.version(), hunt);
        }
        return catalogue;
    }

    /** The highest-numbered version in effect at a time. */
    public Optional<Hunt> inEffect(String hunt, long at) {
        NavigableMap<Long, Hunt> versions = hunts.get(hunt);
        return versions == null
                ? Optional.empty()
                : versions.descendingMap().values().stream()
                        .filter(version -> version.effectiveFrom() <= at)
                        .findFirst();
    }
}
