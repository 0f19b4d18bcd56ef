package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.Map;

/** What solves a clue. */
public sealed interface Proof {

    /**
     * A text.
     *
     * @param accept the right answers
     * @param near almost right answers, each with what to tell who gives it
     */
    record Answer(List<String> accept, Map<String, String> near, Match match) implements Proof {}

    /** A code as a QR or NFC tag carries it, compared as it is. */
    record Code(List<String> accept) implements Proof {}

    /** How texts are compared. */
    enum Match {
        FOLDED,
        EXACT
    }
}
