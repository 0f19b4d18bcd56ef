package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What solves a clue. */
public sealed interface Proof {
    /** The proof's name in a definition. */
    String name();

    /**
     * A text.
     *
     * @param accept the right answers
     * @param near almost right answers, each with what to tell who gives it
     */
    record Answer(List<String> accept, Map<String, String> near, Match match) implements Proof {
        @Override
        public String name() {
            return "answer";
        }
    }

    /** A text that an RE2 expression matches as a whole. */
    record Pattern(String expression) implements Proof {
        @Override
        public String name() {
            return "pattern";
        }
    }

    /** A code as a QR or NFC tag carries it, compared as it is. */
    record Code(List<String> accept) implements Proof {
        @Override
        public String name() {
            return "code";
        }
    }

    /**
     * A circle on the earth.
     *
     * @param latitude degrees
     * @param longitude degrees
     * @param radius metres
     * @param accuracy metres; a fix that may be wrong by more does not count
     */
    record Place(double latitude, double longitude, double radius, OptionalDouble accuracy)
            implements Proof {
        @Override
        public String name() {
            return "place";
        }
    }

    /** An operator's decision on what a player submits. */
    record Review() implements Proof {
        @Override
        public String name() {
            return "review";
        }
    }

    /** How texts are compared. */
    enum Match {
        FOLDED,
        EXACT
    }
}
