package treasurehunt.cli.play;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.log.WholeTopics;
import treasurehunt.cli.words.Quoted;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What everybody may know of a hunt: the public part of its newest version that counts, without any
 * key.
 *
 * @param clues by id, in the author's order
 */
record PublicHunt(String title, Optional<String> text, Map<String, Clue> clues) {
    private static final StrictJson JSON = new StrictJson(64);

    /**
     * A clue's.
     *
     * @param proof the kind of what proves it: {@code answer}, {@code code}, {@code place} …
     */
    record Clue(String proof, List<Hint> hints) {}

    /** A hint's. */
    record Hint(String id, long cost) {}

    /** What a broker has of it. */
    static PublicHunt read(Broker broker, String hunt) throws CommandFailedException {
        Map<Long, Members> versions = new TreeMap<>();
        Set<Long> voided = new HashSet<>();
        Set<String> all = new TreeSet<>();
        WholeTopics.committed(broker, TopicSettings.HUNTS)
                .read(
                        record -> {
                            Optional<Members> publication = members(record);
                            if (publication.isEmpty()) {
                                return;
                            }
                            Optional<String> id = publication.get().optionalText("hunt");
                            long version = publication.get().optionalNumber("version").orElse(0);
                            id.ifPresent(all::add);
                            if (!id.equals(Optional.of(hunt))) {
                                return;
                            }
                            if (publication.get().optionalObject("void").isPresent()) {
                                voided.add(version);
                            } else {
                                versions.putIfAbsent(version, publication.get());
                            }
                        });
        versions.keySet().removeAll(voided);
        Optional<Members> newest = versions.values().stream().reduce((older, newer) -> newer);
        if (newest.isEmpty()) {
            throw new CommandFailedException(
                    Quoted.visible(hunt)
                            + " is no published hunt"
                            + (all.isEmpty()
                                    ? ": publish one with ./hunt publish FILE.yaml."
                                    : ". There is "
                                            + Quoted.visible(String.join(", ", all))
                                            + "."));
        }
        try {
            return of(newest.get());
        } catch (MalformedJsonException e) {
            throw new CommandFailedException(
                    Quoted.visible(hunt) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Members> members(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Members(JSON.read(record.value())));
        } catch (MalformedJsonException e) {
            // It counts for nobody.
            return Optional.empty();
        }
    }

    private static PublicHunt of(Members hunt) throws MalformedJsonException {
        Map<String, Clue> clues = new LinkedHashMap<>();
        for (Members clue : hunt.objects("clues")) {
            List<Hint> hints = new ArrayList<>();
            for (Members hint : clue.objects("hints")) {
                hints.add(new Hint(hint.text("id"), hint.optionalNumber("cost").orElse(0)));
            }
            String proof =
                    clue.optionalObject("proof")
                            .flatMap(kinds -> kinds.values().keySet().stream().findFirst())
                            .orElse("answer");
            clues.put(clue.text("id"), new Clue(proof, hints));
        }
        return new PublicHunt(hunt.text("title"), hunt.optionalText("text"), clues);
    }
}
