package treasurehunt.connector.kafka.hunts;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Publication;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fold of {@code hunts}: every version that counts or once counted. Of two records with one
 * hunt and version the first counts; a void may come before or after its version.
 */
public final class PublishedHunts {
    /** From its appending until a version can be in effect (rule book, section 2). */
    public static final Duration LEAD = Duration.ofSeconds(5);

    private final Map<Id, Version> versions = new LinkedHashMap<>();
    private final Map<Id, Long> voids = new HashMap<>();

    /** One version of one hunt. */
    public record Id(String hunt, int version) {
        @Override
        public String toString() {
            return hunt + " version " + version;
        }
    }

    /**
     * A published version.
     *
     * @param offset of its record
     * @param effectiveAt ms UTC from which on it is in effect
     * @param voidOffset of the record by which it counts for nobody, if there is one
     */
    public record Version(Hunt hunt, long offset, long effectiveAt, OptionalLong voidOffset) {
        public Id id() {
            return new Id(hunt.id(), hunt.version());
        }

        public boolean isVoid() {
            return voidOffset.isPresent();
        }
    }

    /** What stands in a topic now. */
    public static PublishedHunts read(HuntTopicReader reader) {
        PublishedHunts published = new PublishedHunts();
        reader.readTo(reader.end()).records().forEach(published::add);
        return published;
    }

    /** Takes in the next record; the version that it makes another, if it does. */
    public Optional<Version> add(HuntRecord record) {
        if (record.publication().isEmpty()) {
            return Optional.empty();
        }
        Publication publication = record.publication().get();
        if (publication instanceof Publication.Voided made) {
            return addVoid(new Id(made.hunt(), made.version()), record.offset());
        }
        Hunt hunt = ((Publication.Published) publication).definition();
        Id id = new Id(hunt.id(), hunt.version());
        if (versions.containsKey(id)) {
            return Optional.empty();
        }
        Version version =
                new Version(
                        hunt,
                        record.offset(),
                        effectiveAt(hunt, record.appendTime()),
                        voids.containsKey(id)
                                ? OptionalLong.of(voids.get(id))
                                : OptionalLong.empty());
        versions.put(id, version);
        return Optional.of(version);
    }

    /** From when on a version is in effect whose record was appended then; both ms UTC. */
    static long effectiveAt(Hunt hunt, long appendTime) {
        return Math.max(hunt.effectiveFrom().orElse(Long.MIN_VALUE), appendTime + LEAD.toMillis());
    }

    private Optional<Version> addVoid(Id id, long offset) {
        boolean first = voids.putIfAbsent(id, offset) == null;
        Version there = versions.get(id);
        if (!first || there == null) {
            return Optional.empty();
        }
        Version made =
                new Version(
                        there.hunt(), there.offset(), there.effectiveAt(), OptionalLong.of(offset));
        versions.put(id, made);
        return Optional.of(made);
    }

    public Optional<Version> find(Id id) {
        return Optional.ofNullable(versions.get(id));
    }

    /** All that count for somebody, in the order in which they were published. */
    public List<Version> counting() {
        return versions.values().stream().filter(version -> !version.isVoid()).toList();
    }

    /** Those of a hunt that count for somebody. */
    public Collection<Version> counting(String hunt) {
        return counting().stream().filter(version -> version.hunt().id().equals(hunt)).toList();
    }
}
