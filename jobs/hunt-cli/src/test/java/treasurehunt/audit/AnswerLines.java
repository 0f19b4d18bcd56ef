package treasurehunt.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The answers to a log, open to damage. */
final class AnswerLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ObjectNode> lines;
    private final Secrets secrets;
    private final Random random;

    private AnswerLines(List<ObjectNode> lines, Secrets secrets, Random random) {
        this.lines = lines;
        this.secrets = secrets;
        this.random = random;
    }

    static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add((ObjectNode) JSON.readTree(line));
        }
        return lines;
    }

    /** These lines, which stay as they are, and a copy that does not. */
    static AnswerLines of(List<ObjectNode> lines, Secrets secrets, Random random) {
        return new AnswerLines(new ArrayList<>(lines), secrets, random);
    }

    Secrets secrets() {
        return secrets;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines.stream().map(ObjectNode::toString).toList());
    }

    static boolean isResult(ObjectNode line) {
        return line.has("code");
    }

    static boolean isAnnouncement(ObjectNode line) {
        return isResult(line) && line.get("code").textValue().equals("DUE");
    }

    static boolean isDeadLetter(ObjectNode line) {
        return line.has("dead_letter");
    }

    static boolean answersAnAction(ObjectNode line) {
        return isResult(line) && !isAnnouncement(line);
    }

    /** The number of some line of this kind, if there is one. */
    Optional<Integer> pick(Predicate<ObjectNode> kind) {
        List<Integer> numbers =
                IntStream.range(0, lines.size())
                        .filter(number -> kind.test(lines.get(number)))
                        .boxed()
                        .toList();
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.get(random.nextInt(numbers.size())));
    }

    /** Some number but this line's whose line belongs to the same player, if there is one. */
    Optional<Integer> another(int number) {
        JsonNode player = lines.get(number).get("player");
        List<Integer> others =
                IntStream.range(0, lines.size())
                        .filter(i -> i != number && player.equals(lines.get(i).get("player")))
                        .boxed()
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.get(random.nextInt(others.size())));
    }

    ObjectNode line(int number) {
        return lines.get(number);
    }

    String id(int number) {
        return lines.get(number).get("id").textValue();
    }

    /** A copy of the line in its place, to be changed. */
    ObjectNode change(int number) {
        ObjectNode copy = lines.get(number).deepCopy();
        lines.set(number, copy);
        return copy;
    }

    void drop(int number) {
        lines.remove(number);
    }

    void add(ObjectNode line) {
        lines.add(random.nextInt(lines.size() + 1), line);
    }

    void addAfter(int number, ObjectNode line) {
        lines.add(number + 1, line);
    }

    void swap(int one, int other) {
        Collections.swap(lines, one, other);
    }
}
