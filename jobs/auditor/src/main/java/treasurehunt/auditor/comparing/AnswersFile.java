package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The lines of the answers by player, and the dead letters by id; the lines stay in the file. */
final class AnswersFile implements Closeable {
    private final LinesFile lines;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final DeadLetters deadLetters = new DeadLetters();

    /** Reads the file once; a line that is no answer is a violation. */
    AnswersFile(Path path, Consumer<Violation> violations) throws IOException {
        lines = LinesFile.index(path, line -> index(line, violations));
    }

    private void index(Line line, Consumer<Violation> violations) {
        boolean known = line.isDeadLetter() || line.values().containsKey("code");
        if (line.id().isEmpty() || (line.broken().isEmpty() && !known)) {
            String what = line.broken().orElse("neither a result nor a dead letter");
            violations.accept(
                    new Violation(
                            Rule.UNREADABLE,
                            line.id(),
                            line.text("player"),
                            line.number(),
                            "This is no answer: " + what));
        } else if (line.isDeadLetter()) {
            deadLetters.add(line);
        } else {
            lane(line.text("player")).add(line.number());
        }
    }

    Line read(int number) {
        return lines.read(number);
    }

    /** A player's answers; none of who has none. */
    Lane lane(String player) {
        return lanes.computeIfAbsent(player, unknown -> new Lane(this));
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
