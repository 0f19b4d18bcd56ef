package treasurehunt.auditor.rules;

import java.util.Map;

/**
 * What the public board shows of a player in a hunt.
 *
 * @param scoreAt ms UTC
 */
record Board(long score, long scoreAt) {
    Map<String, Object> json() {
        return Json.object().with("score", score).with("score_at", scoreAt).members();
    }
}
