package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Proof;

import java.util.List;
import java.util.Optional;

/** Every kind that names a clue, on clues in every standing that a player has some in. */
final class Probes {
    private static final double NO_SUCH_CLUE = 0.1;
    private static final double IN_A_RARE_STANDING = 0.6;
    private static final List<Part.State> RARE =
            List.of(Part.State.PENDING, Part.State.UNDER_REVIEW, Part.State.EXPIRED);

    private final Chance chance;
    private final Sender sender;
    private final Organiser organiser;
    private final Play play;
    private final Blunders blunders;
    private final Fixes fixes;

    /** The kinds that name a clue: a player's, then an operator's. */
    private enum Probe {
        ANSWER,
        SCAN,
        ARRIVE,
        SUBMIT_FOR_REVIEW,
        HINT,
        MARK_SOLVED,
        REVIEW,
        RESET_ATTEMPTS;

        private static final List<Probe> ALL = List.of(values());
        private static final List<Probe> BY_PLAYERS = ALL.subList(0, ALL.indexOf(MARK_SOLVED));

        boolean solves(Proof proof) {
            return switch (this) {
                case ANSWER -> proof instanceof Proof.Answer || proof instanceof Proof.Pattern;
                case SCAN -> proof instanceof Proof.Code;
                case ARRIVE -> proof instanceof Proof.Place;
                case SUBMIT_FOR_REVIEW -> proof instanceof Proof.Review;
                case HINT, MARK_SOLVED, REVIEW, RESET_ATTEMPTS -> false;
            };
        }
    }

    Probes(Stage stage, Sender sender, Organiser organiser, Play play, Blunders blunders) {
        chance = stage.chance();
        this.sender = sender;
        this.organiser = organiser;
        this.play = play;
        this.blunders = blunders;
        fixes = new Fixes(chance);
    }

    /** One of them, now. */
    void probe(Session session) {
        long now = organiser.timeOf(session);
        session.part().ifPresent(part -> part.pass(now));
        Probe probe = chance.pick(sender.isSealing() ? Probe.ALL : Probe.BY_PLAYERS);
        clue(session)
                .ifPresentOrElse(
                        clue -> known(session, probe, clue, now),
                        () -> unknown(session, probe, blunders.noClue()));
    }

    /** A clue in any standing that he has some in, in a rare one rather; or none. */
    private Optional<Integer> clue(Session session) {
        List<List<Integer>> some = standing(session, List.of(Part.State.values()));
        List<List<Integer>> rare = standing(session, RARE);
        if (some.isEmpty() || chance.likely(NO_SUCH_CLUE)) {
            return Optional.empty();
        }
        boolean rarely = !rare.isEmpty() && chance.likely(IN_A_RARE_STANDING);
        return Optional.of(chance.pick(chance.pick(rarely ? rare : some)));
    }

    /** The clues that stand so, by standing. */
    private static List<List<Integer>> standing(Session session, List<Part.State> states) {
        return states.stream()
                .flatMap(state -> session.part().stream().map(part -> part.all(state)))
                .filter(clues -> !clues.isEmpty())
                .toList();
    }

    private void known(Session session, Probe probe, int clue, long now) {
        Part part = session.part().orElseThrow();
        boolean judged = part.takesAToken(now) && part.open().contains(clue) && !part.isIdle(now);
        Proof proof = part.version().clue(clue).map(Clue::proof).orElseThrow();
        if (judged && probe.solves(proof)) {
            sender.send(session, play.attempt(session, part, clue, now));
            return;
        }
        switch (probe) {
            case ANSWER, SCAN, ARRIVE, SUBMIT_FOR_REVIEW, HINT ->
                    sender.send(session, byPlayer(probe, session.game().clue(clue)));
            case MARK_SOLVED -> organiser.markSolved(session, clue);
            case REVIEW -> organiser.review(session, clue, chance.likely(0.5));
            case RESET_ATTEMPTS -> organiser.resetAttempts(session, clue);
        }
    }

    private void unknown(Session session, Probe probe, String clue) {
        switch (probe) {
            case ANSWER, SCAN, ARRIVE, SUBMIT_FOR_REVIEW, HINT ->
                    sender.send(session, byPlayer(probe, clue));
            case MARK_SOLVED -> sender.correct(session, new Kind.MarkSolved(clue, "by mistake"));
            case REVIEW -> sender.correct(session, new Kind.Review(clue, true, "by mistake"));
            case RESET_ATTEMPTS ->
                    sender.correct(session, new Kind.ResetAttempts(clue, "by mistake"));
        }
    }

    private Kind byPlayer(Probe probe, String clue) {
        return switch (probe) {
            case ANSWER -> new Kind.Answer(clue, chance.pick(Strange.TEXTS));
            case SCAN -> new Kind.Scan(clue, "code " + chance.below(5));
            case ARRIVE -> new Kind.Arrive(clue, fixes.anywhere());
            case SUBMIT_FOR_REVIEW -> new Kind.SubmitForReview(clue, chance.pick(Strange.NAMES));
            case HINT -> new Kind.Hint(clue, "h" + chance.between(1, 4));
            case MARK_SOLVED, REVIEW, RESET_ATTEMPTS -> throw new IllegalArgumentException();
        };
    }
}
