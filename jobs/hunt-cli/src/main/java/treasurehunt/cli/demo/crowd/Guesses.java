package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Proof;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What can be said to a clue; to places people walk instead. */
final class Guesses {
    private static final List<String> WORDS =
            List.of(
                    "a barrel",
                    "a boat",
                    "a buoy",
                    "a cannon",
                    "a captain",
                    "a cloud",
                    "a compass",
                    "a crab",
                    "a crane",
                    "a ferry",
                    "a fish",
                    "a flag",
                    "a ghost",
                    "a gull",
                    "a hammock",
                    "a lantern",
                    "a map",
                    "a mast",
                    "a mermaid",
                    "a mirror",
                    "a net",
                    "a paddle",
                    "a parrot",
                    "a pirate",
                    "a rope",
                    "a rudder",
                    "a sailor",
                    "a shadow",
                    "a shell",
                    "a ship",
                    "a sock",
                    "a star",
                    "a storm",
                    "a turtle",
                    "a whale",
                    "a whistle",
                    "blue",
                    "eleven",
                    "fog",
                    "north",
                    "rum",
                    "salt",
                    "seven",
                    "tar");

    private static final int CODES = 10_000;

    private Guesses() {}

    /** Whether the crowd can prove it: an expression does not say what it matches. */
    static boolean canSolve(Clue clue) {
        return !(clue.proof() instanceof Proof.Pattern);
    }

    static Kind right(Clue clue, RandomGenerator random) {
        Proof proof = clue.proof();
        if (proof instanceof Proof.Answer answer) {
            return new Kind.Answer(clue.id(), any(answer.accept(), random));
        } else if (proof instanceof Proof.Code code) {
            return new Kind.Scan(clue.id(), any(code.accept(), random));
        } else if (proof instanceof Proof.Review) {
            return evidence(clue, random);
        }
        throw new IllegalStateException(
                "a proof nobody can give: " + proof.getClass().getSimpleName());
    }

    /** Nothing if the clue knows no near misses. */
    static Optional<Kind> near(Clue clue, RandomGenerator random) {
        return clue.proof() instanceof Proof.Answer answer && !answer.near().isEmpty()
                ? Optional.of(
                        new Kind.Answer(
                                clue.id(), any(List.copyOf(answer.near().keySet()), random)))
                : Optional.empty();
    }

    /** A shot in the dark; it may happen to be right. */
    static Kind wild(Clue clue, RandomGenerator random) {
        Proof proof = clue.proof();
        if (proof instanceof Proof.Answer || proof instanceof Proof.Pattern) {
            return new Kind.Answer(clue.id(), any(WORDS, random));
        } else if (proof instanceof Proof.Code) {
            return new Kind.Scan(clue.id(), "QR-%04d".formatted(random.nextInt(CODES)));
        } else if (proof instanceof Proof.Review) {
            return evidence(clue, random);
        }
        throw new IllegalStateException(
                "a proof nobody can guess at: " + proof.getClass().getSimpleName());
    }

    private static Kind evidence(Clue clue, RandomGenerator random) {
        return new Kind.SubmitForReview(clue.id(), "a photo of " + any(WORDS, random));
    }

    private static String any(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
