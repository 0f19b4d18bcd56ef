package treasurehunt.schemas.action;

import java.util.Optional;

/** What an action asks for. */
public sealed interface Kind {
    /** The kind's name on the wire. */
    String name();

    /** The clue it names, if its kind names one. */
    default Optional<String> clue() {
        return Optional.empty();
    }

    record Join() implements Kind {
        @Override
        public String name() {
            return "join";
        }
    }

    record Answer(String clueId, String text) implements Kind {
        @Override
        public String name() {
            return "answer";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Scan(String clueId, String code) implements Kind {
        @Override
        public String name() {
            return "scan";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Hint(String clueId, String hintId) implements Kind {
        @Override
        public String name() {
            return "hint";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Abandon() implements Kind {
        @Override
        public String name() {
            return "abandon";
        }
    }
}
