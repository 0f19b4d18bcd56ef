package treasurehunt.auditor.rules;

import treasurehunt.auditor.Findings;

/** What a judge tells, and what he must be told. */
public interface Answers {
    /** The rules give this answer; a player's come in the order in which they are given. */
    void expect(Expected answer);

    /** Whether the engine has answered this by a dead letter DEFECT, and by nothing else. */
    boolean failed(String player, String id);

    /** The rules would have given this where the engine failed. */
    void wouldHaveGiven(Expected.Result answer);

    /** An answer has led here; its snapshot may stand, the newest and every erasure must. */
    void reached(Snapshot snapshot);

    /** An action found its clue like this. */
    void found(Findings.Pair pair);
}
