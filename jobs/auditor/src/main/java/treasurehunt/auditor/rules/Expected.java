package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Intake;
import treasurehunt.auditor.reading.LogRecord;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The one answer that the rules give. */
public sealed interface Expected {
    /** Its own, or its record's place. */
    String id();

    /** Whose, empty where nobody's. */
    String player();

    /**
     * A result, as a JSON object of texts, whole numbers (as {@code Long}), lists and objects.
     *
     * @param scoreBefore of the player in the hunt
     * @param secrets what the player has not been given so far
     */
    record Result(
            String id,
            String player,
            Map<String, Object> json,
            long scoreBefore,
            Supplier<Secrets> secrets)
            implements Expected {

        public String code() {
            return (String) json.get("code");
        }

        public boolean isAnnouncement() {
            return code().equals("DUE");
        }

        public long at() {
            return (Long) json.get("at");
        }

        /** The types of its effects. */
        public List<String> effectTypes() {
            return ((List<?>) json.get("effects"))
                    .stream().map(effect -> (String) ((Map<?, ?>) effect).get("type")).toList();
        }
    }

    record DeadLetter(LogRecord record, Intake.Refused refused) implements Expected {
        @Override
        public String id() {
            return record.place();
        }

        @Override
        public String player() {
            return refused.player().orElse("");
        }
    }
}
