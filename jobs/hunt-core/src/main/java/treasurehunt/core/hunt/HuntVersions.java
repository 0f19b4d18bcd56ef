package treasurehunt.core.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The published versions of one hunt, each with the moment from which on it is in effect. */
public final class HuntVersions {
    public static final HuntVersions NONE = new HuntVersions(List.of());

    /** Highest number first: the first in effect is the one that judges. */
    private final List<Version> newestFirst;

    private record Version(PlayableHunt hunt, long effectiveAt) {
        int number() {
            return hunt.definition().version();
        }
    }

    private HuntVersions(List<Version> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** The same, in effect from its own effective-from or the beginning. */
    public HuntVersions with(PlayableHunt hunt) {
        return with(hunt, hunt.definition().effectiveFrom().orElse(Long.MIN_VALUE));
    }

    /**
     * These versions and one more; of two with one number the first counts.
     *
     * @param effectiveAt ms UTC from which on it is in effect
     */
    public HuntVersions with(PlayableHunt hunt, long effectiveAt) {
        if (newestFirst.stream().anyMatch(version -> version.number() == hunt.version())) {
            return this;
        }
        List<Version> all = new ArrayList<>(newestFirst);
        all.add(new Version(hunt, effectiveAt));
        all.sort(Comparator.comparingInt(Version::number).reversed());
        return new HuntVersions(List.copyOf(all));
    }

    /** The highest-numbered version that is in effect at this time, ms UTC. */
    public Optional<PlayableHunt> inEffect(long at) {
        for (Version version : newestFirst) {
            if (version.effectiveAt() <= at) {
                return Optional.of(version.hunt());
            }
        }
        return Optional.empty();
    }

    /** The version of this number, which a player is on. */
    public PlayableHunt version(int number) {
        for (Version version : newestFirst) {
            if (version.number() == number) {
                return version.hunt();
            }
        }
        throw new IllegalStateException("a player is on a version that is not there: " + number);
    }
}
