package treasurehunt.cli.log;

import treasurehunt.schemas.json.JsonWriter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes answers, and says at the end what they were. */
final class Summary {
    private final OutputStream to;
    private long results;
    private long announcements;
    private long deadLetters;

    Summary(OutputStream to) {
        this.to = to;
    }

    void write(Answer answer) {
        try {
            to.write(answer.line());
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer instanceof Answer.DeadLetter) {
            deadLetters++;
        } else if (answer instanceof Answer.Decided decided && decided.isAnnouncement()) {
            announcements++;
        } else {
            results++;
        }
    }

    /**
     * In a sentence or two.
     *
     * @param where it was written, as the sentence ends
     */
    String inWords(Pace pace, String where) {
        return "Wrote %,d results, %,d announcements and %,d dead letters%s. Replayed %s."
                .formatted(results, announcements, deadLetters, where, pace);
    }

    String inJson(Pace pace) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.number("results", results);
                            object.number("announcements", announcements);
                            object.number("dead_letters", deadLetters);
                            object.number("records", pace.records());
                            object.number("ms", pace.millis());
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
