package treasurehunt.cli.play;

import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a player knows of his hunt by what he was told. */
final class Board {
    private final PublicHunt hunt;
    private final Map<String, Effect.ClueUnlocked> open = new LinkedHashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Set<String> hints = new HashSet<>();
    private final Set<String> refusedHints = new HashSet<>();
    private long score;
    private boolean joined;
    private boolean completed;
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
            titles.put(unlocked.clue(), unlocked.title());
        } else if (effect instanceof Effect.ClueSolved solved) {
            open.remove(solved.clue());
        } else if (effect instanceof Effect.ClueExpired expired) {
            open.remove(expired.clue());
        } else if (effect instanceof Effect.HintRevealed revealed) {
            hints.add(revealed.clue() + "/" + revealed.hint());
        } else if (effect instanceof Effect.Completed) {
            completed = true;
        } else if (effect instanceof Effect.TimeUp) {
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

    boolean isCompleted() {
        return completed;
    }

    /** Whether there is nothing more to play; who has completed the hunt may go on. */
    boolean isOver() {
        return over || (completed && open.isEmpty());
    }

    /**
     * What a player types for a clue: {@code #} and its number in the author's order. Ids may say
     * too much; that of a clue which a newer version has brought is all there is.
     */
    String label(String clue) {
        int index = List.copyOf(hunt.clues().keySet()).indexOf(clue);
        return index < 0 ? clue : "#" + (index + 1);
    }

    /** The open clue with this label or id. */
    Optional<String> clue(String typed) {
        return open.keySet().stream()
                .filter(id -> id.equals(typed) || label(id).equals(typed))
                .findFirst();
    }

    /** How a clue is called that he has seen. */
    String name(String clue) {
        return Optional.ofNullable(titles.get(clue)).map(Quoted::text).orElseGet(() -> label(clue));
    }

    /** What kind of proof an open clue takes; a clue of a newer version is a riddle. */
    String proof(String clue) {
        PublicHunt.Clue known = hunt.clues().get(clue);
        return known == null ? "answer" : known.proof();
    }

    /** He has asked for a hint and did not get it; he will be given others first. */
    void refused(Kind.Hint hint) {
        refusedHints.add(hint.clueId() + "/" + hint.hintId());
    }

    /** The next hint of a clue that he has not had, of those that were refused at last. */
    Optional<PublicHunt.Hint> nextHint(String clue) {
        PublicHunt.Clue known = hunt.clues().get(clue);
        return known == null
                ? Optional.empty()
                : known.hints().stream()
                        .filter(hint -> !hints.contains(clue + "/" + hint.id()))
                        .min(
                                Comparator.comparing(
                                        hint -> refusedHints.contains(clue + "/" + hint.id())));
    }
}
