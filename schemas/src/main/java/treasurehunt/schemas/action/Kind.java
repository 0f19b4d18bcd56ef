package treasurehunt.schemas.action;

import treasurehunt.schemas.seal.Role;

import java.util.Optional;
import java.util.OptionalLong;

/** What an action asks for. */
public sealed interface Kind {
    /** The kind's name on the wire. */
    String name();

    /** The clue it names, if its kind names one. */
    default Optional<String> clue() {
        return Optional.empty();
    }

    /** The role under whose valid seal alone an action of this kind counts, if it needs one. */
    default Optional<Role> sealedBy() {
        return Optional.empty();
    }

    /** What a player asks for. */
    sealed interface ByPlayer extends Kind {}

    /** What an operator corrects. */
    sealed interface ByOperator extends Kind {
        /** Why, in the operator's words. */
        String reason();

        @Override
        default Optional<Role> sealedBy() {
            return Optional.of(Role.OPERATORS);
        }
    }

    record Join() implements ByPlayer {
        @Override
        public String name() {
            return "join";
        }
    }

    record Answer(String clueId, String text) implements ByPlayer {
        @Override
        public String name() {
            return "answer";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Scan(String clueId, String code) implements ByPlayer {
        @Override
        public String name() {
            return "scan";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    /** The player says to be at the place of a clue. */
    record Arrive(String clueId, Fix fix) implements ByPlayer {
        @Override
        public String name() {
            return "arrive";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record SubmitForReview(String clueId, String evidence) implements ByPlayer {
        @Override
        public String name() {
            return "submit_for_review";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Hint(String clueId, String hintId) implements ByPlayer {
        @Override
        public String name() {
            return "hint";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    /** The player says where he is. */
    record Position(Fix fix) implements ByPlayer {
        @Override
        public String name() {
            return "position";
        }
    }

    record Abandon() implements ByPlayer {
        @Override
        public String name() {
            return "abandon";
        }
    }

    /** Points given or taken by hand. */
    record Adjust(long points, String reason) implements ByOperator {
        @Override
        public String name() {
            return "adjust";
        }
    }

    record MarkSolved(String clueId, String reason) implements ByOperator {
        @Override
        public String name() {
            return "mark_solved";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    /** The verdict on a submission. */
    record Review(String clueId, boolean accepted, String reason) implements ByOperator {
        @Override
        public String name() {
            return "review";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record ResetAttempts(String clueId, String reason) implements ByOperator {
        @Override
        public String name() {
            return "reset_attempts";
        }

        @Override
        public Optional<String> clue() {
            return Optional.of(clueId);
        }
    }

    record Disqualify(String reason) implements ByOperator {
        @Override
        public String name() {
            return "disqualify";
        }
    }

    record Reinstate(String reason) implements ByOperator {
        @Override
        public String name() {
            return "reinstate";
        }
    }

    /** All that is known of the player goes, in every hunt. */
    record Forget(String reason) implements ByOperator {
        @Override
        public String name() {
            return "forget";
        }
    }

    /**
     * The treasury's answer to a claim.
     *
     * @param rank from 1; there with {@link Outcome#GRANTED} only
     */
    record Verdict(String treasure, Outcome outcome, OptionalLong rank) implements Kind {
        @Override
        public String name() {
            return "verdict";
        }

        @Override
        public Optional<Role> sealedBy() {
            return Optional.of(Role.TREASURY);
        }
    }
}
