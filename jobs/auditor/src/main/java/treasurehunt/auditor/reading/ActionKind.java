package treasurehunt.auditor.reading;

import java.util.List;
import java.util.Optional;

/** What an action can ask for, and the fields that it then has. */
public enum ActionKind {
    JOIN("join", By.PLAYER),
    ANSWER("answer", By.PLAYER),
    SCAN("scan", By.PLAYER),
    ARRIVE("arrive", By.PLAYER),
    SUBMIT_FOR_REVIEW("submit_for_review", By.PLAYER),
    HINT("hint", By.PLAYER),
    POSITION("position", By.PLAYER),
    ABANDON("abandon", By.PLAYER),
    ADJUST("adjust", By.OPERATOR),
    MARK_SOLVED("mark_solved", By.OPERATOR),
    REVIEW("review", By.OPERATOR),
    RESET_ATTEMPTS("reset_attempts", By.OPERATOR),
    DISQUALIFY("disqualify", By.OPERATOR),
    REINSTATE("reinstate", By.OPERATOR),
    FORGET("forget", By.OPERATOR),
    VERDICT("verdict", By.TREASURY);

    /** Who sends it. */
    public enum By {
        PLAYER,
        OPERATOR,
        TREASURY
    }

    private final String word;
    private final By by;

    ActionKind(String word, By by) {
        this.word = word;
        this.by = by;
    }

    /** The kind's name in actions and results. */
    public String word() {
        return word;
    }

    public By by() {
        return by;
    }

    public boolean namesClue() {
        return fields().contains(Field.CLUE);
    }

    static Optional<ActionKind> of(String word) {
        for (ActionKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Save the rank, which not every verdict has. */
    List<Field> fields() {
        return switch (this) {
            case JOIN, ABANDON -> List.of();
            case ANSWER -> List.of(Field.CLUE, Field.TEXT);
            case SCAN -> List.of(Field.CLUE, Field.CODE);
            case ARRIVE -> List.of(Field.CLUE, Field.LATITUDE, Field.LONGITUDE, Field.ACCURACY);
            case SUBMIT_FOR_REVIEW -> List.of(Field.CLUE, Field.EVIDENCE);
            case HINT -> List.of(Field.CLUE, Field.HINT);
            case POSITION -> List.of(Field.LATITUDE, Field.LONGITUDE, Field.ACCURACY);
            case ADJUST -> List.of(Field.POINTS, Field.REASON);
            case MARK_SOLVED, RESET_ATTEMPTS -> List.of(Field.CLUE, Field.REASON);
            case REVIEW -> List.of(Field.CLUE, Field.ACCEPTED, Field.REASON);
            case DISQUALIFY, REINSTATE, FORGET -> List.of(Field.REASON);
            case VERDICT -> List.of(Field.TREASURE, Field.OUTCOME);
        };
    }
}
