package treasurehunt.cli.log.explain;

import static treasurehunt.cli.words.Quoted.id;
import static treasurehunt.cli.words.Quoted.text;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;

/** What an action asks for, for people. */
final class KindWords {
    private KindWords() {}

    static String of(Kind kind) {
        if (kind instanceof Kind.Join) {
            return "join";
        } else if (kind instanceof Kind.Answer answer) {
            return "answer %s to clue %s".formatted(text(answer.text()), id(answer.clueId()));
        } else if (kind instanceof Kind.Scan scan) {
            return "scan %s for clue %s".formatted(text(scan.code()), id(scan.clueId()));
        } else if (kind instanceof Kind.Arrive arrive) {
            return "arrive at %s for clue %s".formatted(fix(arrive.fix()), id(arrive.clueId()));
        } else if (kind instanceof Kind.SubmitForReview submission) {
            return "submit %s for clue %s"
                    .formatted(text(submission.evidence()), id(submission.clueId()));
        } else if (kind instanceof Kind.Hint hint) {
            return "hint %s of clue %s".formatted(id(hint.hintId()), id(hint.clueId()));
        } else if (kind instanceof Kind.Position position) {
            return "position " + fix(position.fix());
        } else if (kind instanceof Kind.Abandon) {
            return "abandon";
        } else if (kind instanceof Kind.Verdict verdict) {
            return "verdict %s%s on treasure %s"
                    .formatted(
                            verdict.outcome(),
                            verdict.rank().isPresent()
                                    ? " at rank " + verdict.rank().getAsLong()
                                    : "",
                            id(verdict.treasure()));
        } else if (kind instanceof Kind.ByOperator correction) {
            return ofOperator(correction) + ", because " + text(correction.reason());
        }
        throw new IllegalStateException("a kind without words: " + kind.name());
    }

    private static String ofOperator(Kind.ByOperator kind) {
        if (kind instanceof Kind.Adjust adjust) {
            return "adjust the score by %+d".formatted(adjust.points());
        } else if (kind instanceof Kind.MarkSolved solved) {
            return "mark clue " + id(solved.clueId()) + " solved";
        } else if (kind instanceof Kind.Review review) {
            return "%s what was submitted for clue %s"
                    .formatted(review.accepted() ? "accept" : "reject", id(review.clueId()));
        } else if (kind instanceof Kind.ResetAttempts reset) {
            return "reset the attempts at clue " + id(reset.clueId());
        } else if (kind instanceof Kind.Disqualify) {
            return "disqualify";
        } else if (kind instanceof Kind.Reinstate) {
            return "reinstate";
        } else if (kind instanceof Kind.Forget) {
            return "forget the player";
        }
        throw new IllegalStateException("a correction without words: " + kind.name());
    }

    /** By the player's own word. */
    static String fix(Fix fix) {
        return fix(fix.latitude(), fix.longitude(), fix.accuracy());
    }

    static String fix(double latitude, double longitude, double accuracy) {
        return "%s, %s within %s m".formatted(latitude, longitude, accuracy);
    }
}
