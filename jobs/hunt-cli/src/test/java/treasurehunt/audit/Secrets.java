package treasurehunt.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the hunts of a log hide.
 *
 * @param solving by {@code hunt/version/clue}, the texts and codes that it takes
 * @param riddles by {@code hunt/version/clue}, its text
 */
record Secrets(Map<String, Set<String>> solving, Map<String, Set<String>> riddles) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Secrets of(List<Path> hunts) throws IOException {
        Secrets secrets = new Secrets(new HashMap<>(), new HashMap<>());
        for (Path file : hunts) {
            JsonNode hunt = JSON.readTree(Files.readString(file));
            for (JsonNode clue : hunt.get("clues")) {
                String key = key(hunt.get("hunt"), hunt.get("version"), clue.get("id"));
                clue.get("proof")
                        .findValues("accept")
                        .forEach(all -> all.forEach(one -> put(secrets.solving, key, one)));
                if (clue.has("text")) {
                    put(secrets.riddles, key, clue.get("text"));
                }
            }
        }
        return secrets;
    }

    private static void put(Map<String, Set<String>> texts, String key, JsonNode text) {
        texts.computeIfAbsent(key, clue -> new LinkedHashSet<>()).add(text.textValue());
    }

    private static String key(JsonNode hunt, JsonNode version, JsonNode clue) {
        return hunt.asText() + "/" + version.asText() + "/" + clue.asText();
    }

    /** All that solves the clue that a result is about, by the version that judged. */
    Optional<String> solving(ObjectNode line) {
        return of(solving, line);
    }

    /** The riddle of the clue that a result refuses because it is locked. */
    Optional<String> locked(ObjectNode line) {
        return line.path("code").asText().equals("LOCKED") ? of(riddles, line) : Optional.empty();
    }

    private static Optional<String> of(Map<String, Set<String>> texts, ObjectNode line) {
        String key = key(line.path("hunt"), line.path("hunt_version"), line.path("clue"));
        return Optional.ofNullable(texts.get(key)).map(all -> String.join(" | ", all));
    }
}
