package treasurehunt.cli.play;

import picocli.CommandLine.TypeConversionException;

import treasurehunt.cli.conversation.Coordinates;
import treasurehunt.schemas.action.Kind;

import java.util.Optional;
import java.util.stream.Collectors;

/** What a typed line means. */
sealed interface Move {
    /** Metres by which a typed place may be wrong. */
    double ACCURACY = 5;

    /** Something for the engine to judge. */
    record Act(Kind kind) implements Move {}

    /** Something to be shown the board again. */
    record Look() implements Move {}

    record Help() implements Move {}

    record Quit() implements Move {}

    /** Nothing that can be done; why, in a sentence. */
    record Nonsense(String why) implements Move {}

    /** Reads a line that is not blank. */
    static Move of(String line, Board board) {
        String[] words = line.strip().split("\\s+", 2);
        String first =
                words[0].endsWith(":") && words.length == 2
                        ? words[0].substring(0, words[0].length() - 1)
                        : words[0];
        Optional<String> rest = words.length == 2 ? Optional.of(words[1]) : Optional.empty();
        Optional<String> clue = board.clue(first);
        if (clue.isPresent() && rest.equals(Optional.of("hint"))) {
            return hint(Optional.of(first), board);
        }
        if (clue.isPresent() && rest.isPresent()) {
            return attempt(clue.get(), rest.get(), board);
        }
        if (first.startsWith("#")) {
            return new Nonsense(
                    clue.isPresent()
                            ? "What do you say to " + first + "?"
                            : "There is no open clue " + first + ". " + whichClue(board));
        }
        switch (first) {
            case "?", "help" -> {
                return new Help();
            }
            case "quit", "exit" -> {
                return new Quit();
            }
            case "look", "clues" -> {
                return new Look();
            }
            case "leave" -> {
                return rest.equals(Optional.of("for good"))
                        ? new Act(new Kind.Abandon())
                        : new Nonsense(
                                "To give up, type: leave for good. To stop here, type: quit.");
            }
            case "hint" -> {
                return hint(rest, board);
            }
            default -> {
                return theOnlyOpen(board)
                        .map(only -> attempt(only, line.strip(), board))
                        .orElseGet(() -> new Nonsense(whichClue(board)));
            }
        }
    }

    private static Optional<String> theOnlyOpen(Board board) {
        return board.open().size() == 1
                ? board.open().keySet().stream().findFirst()
                : Optional.empty();
    }

    private static String whichClue(Board board) {
        return board.open().isEmpty()
                ? "No clue is open now. Wait for one, or ? for help."
                : "Which clue? Begin with one of "
                        + board.open().keySet().stream()
                                .map(board::label)
                                .collect(Collectors.joining(", "))
                        + ", or ? for help.";
    }

    private static Move attempt(String clue, String text, Board board) {
        return switch (board.proof(clue)) {
            case "code" -> new Act(new Kind.Scan(clue, text));
            case "review" -> new Act(new Kind.SubmitForReview(clue, text));
            case "place" -> arrive(clue, text);
            default -> new Act(new Kind.Answer(clue, text));
        };
    }

    private static Move arrive(String clue, String text) {
        try {
            Coordinates at = new Coordinates.Converter().convert(text);
            return new Act(new Kind.Arrive(clue, at.within(ACCURACY)));
        } catch (TypeConversionException e) {
            return new Nonsense(e.getMessage());
        }
    }

    private static Move hint(Optional<String> asked, Board board) {
        Optional<String> clue = asked.isPresent() ? board.clue(asked.get()) : theOnlyOpen(board);
        if (clue.isEmpty()) {
            return new Nonsense(whichClue(board));
        }
        return board.nextHint(clue.get())
                .<Move>map(hint -> new Act(new Kind.Hint(clue.get(), hint.id())))
                .orElseGet(
                        () ->
                                new Nonsense(
                                        "There is no other hint for "
                                                + board.label(clue.get())
                                                + "."));
    }
}
