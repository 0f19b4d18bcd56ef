package treasurehunt.cli.play;

import treasurehunt.cli.words.CodeWords;
import treasurehunt.cli.words.EffectWords;
import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.io.PrintWriter;
import java.util.Optional;

/** What a player sees. */
final class Stage {
    private static final int WIDTH = 76;

    private final PrintWriter out;
    private final boolean prompting;

    /**
     * Nothing is shown yet.
     *
     * @param prompting whether somebody types
     */
    Stage(PrintWriter out, boolean prompting) {
        this.out = out;
        this.prompting = prompting;
    }

    void title(PublicHunt hunt) {
        out.println();
        out.println(Quoted.visible(hunt.title()));
        hunt.text().ifPresent(text -> paragraph("  ", text));
        out.println();
    }

    void help() {
        out.println(
                """
                  #3 TEXT     try clue #3: an answer, a code, or a place as LATITUDE,LONGITUDE
                  TEXT        the same, where only one clue is open
                  hint #3     the next hint for it; its cost is said with the clue
                  look        what is open
                  leave for good   give up
                  quit        stop here; ./hunt play goes on later\
                """);
    }

    /** The open clues with all that is known of them. */
    void look(Board board) {
        board.open().values().forEach(clue -> clue(clue, board));
        if (board.open().isEmpty()) {
            say("No clue is open now.");
        }
    }

    /** A result of his, or what time has brought. */
    void show(Result result, Board board) {
        Code code = result.code();
        boolean enough = code == Code.DUE || CodeWords.areEffectsEnough(code);
        if (result.effects().isEmpty() || !enough) {
            say(sentence(CodeWords.of(code)));
        }
        boolean told = false;
        for (Effect effect : result.effects()) {
            if (effect instanceof Effect.ClueUnlocked unlocked) {
                clue(unlocked, board);
            } else if (effect instanceof Effect.HintRevealed revealed) {
                paragraph("  ", "Hint: " + revealed.text());
                told = true;
            } else if (!(effect instanceof Effect.AttemptUsed)) {
                say(sentence(EffectWords.of(effect, board::name)));
            }
        }
        Optional<String> text = told ? Optional.empty() : result.text();
        text.ifPresent(it -> paragraph("  ", it));
        result.attemptsLeft().ifPresent(left -> say("Attempts left: " + left + "."));
        result.retryAfter().ifPresent(ms -> say("Try again in %d s.".formatted((ms + 999) / 1000)));
    }

    private void clue(Effect.ClueUnlocked clue, Board board) {
        String cost =
                board.nextHint(clue.clue())
                        .map(
                                hint ->
                                        hint.cost() == 0
                                                ? ", a hint is free"
                                                : ", a hint costs " + hint.cost())
                        .orElse("");
        out.println(
                "  %s %s (%s%s)"
                        .formatted(
                                Quoted.visible(board.label(clue.clue())),
                                Quoted.visible(clue.title()),
                                board.proof(clue.clue()),
                                cost));
        clue.text().ifPresent(text -> paragraph("      ", text));
        clue.media().ifPresent(media -> paragraph("      ", media));
    }

    void say(String sentence) {
        out.println("  " + Quoted.visible(sentence));
    }

    /** Asks for the next line, if somebody types. */
    void prompt(Board board) {
        if (prompting) {
            out.print("%n%d points > ".formatted(board.score()));
        }
        out.flush();
    }

    void flush() {
        out.flush();
    }

    /** Something comes while somebody may be typing. */
    void interrupt() {
        if (prompting) {
            out.println();
        }
    }

    /** Where an author breaks a line, there it is broken. */
    private void paragraph(String indent, String text) {
        text.strip().lines().forEach(line -> wrapped(indent, line));
    }

    private void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+", -1)) {
            String visible = Quoted.visible(word);
            if (line.length() > indent.length() && line.length() + visible.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(visible).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
