package treasurehunt.cli.play;

import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a player knows of his hunt by what he was told. */
final class Board {
    private final PublicHunt hunt;
    private final Map<String, Effect.ClueUnlocked> open = new LinkedHashMap<>();
    private final Set<String> hints = new HashSet<>();
    private long score;
    private boolean joined;
    private boolean over;

    Board(PublicHunt hunt) {
        this.hunt = hunt;
    }

    /** Takes in the next of his results. */
    void learn(Result result) {
        score = result.score();
        joined |= result.code() == Code.JOINED || result.code() == Code.ALREADY_JOINED;
        over |=
                switch (result.code()) {
                    case HAS_LEFT, ABANDONED, TIME_UP, EXCLUDED, DISQUALIFIED, CLOSED, FORGOTTEN ->
                            true;
                    default -> false;
                };
        result.effects().forEach(this::learn);
    }

    private void learn(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            open.put(unlocked.clue(), unlocked);
        } else if (effect instanceof Effect.ClueSolved solved) {
            open.remove(solved.clue());
        } else if (effect instanceof Effect.ClueExpired expired) {
            open.remove(expired.clue());
        } else if (effect instanceof Effect.HintRevealed revealed) {
            hints.add(revealed.clue() + "/" + revealed.hint());
        } else if (effect instanceof Effect.Completed || effect instanceof Effect.TimeUp) {
            over = true;
        } else if (effect instanceof Effect.Reinstated) {
            over = false;
        }
    }

    /** The clues he can try, in the order in which they opened. */
    Map<String, Effect.ClueUnlocked> open() {
        return open;
    }

    long score() {
        return score;
    }

    /** Whether he takes part. */
    boolean isJoined() {
        return joined;
    }

    /** Whether there is nothing more to play. */
    boolean isOver() {
        return over;
    }

    /** What kind of proof an open clue takes; a clue of a newer version is a riddle. */
    String proof(String clue) {
        PublicHunt.Clue known = hunt.clues().get(clue);
        return known == null ? "answer" : known.proof();
    }

    /** The first hint of a clue that he has not had. */
    Optional<PublicHunt.Hint> nextHint(String clue) {
        PublicHunt.Clue known = hunt.clues().get(clue);
        return known == null
                ? Optional.empty()
                : known.hints().stream()
                        .filter(hint -> !hints.contains(clue + "/" + hint.id()))
                        .findFirst();
    }
}
