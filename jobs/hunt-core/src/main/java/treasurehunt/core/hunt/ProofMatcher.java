package treasurehunt.core.hunt;

import com.google.re2j.Pattern;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a player gives with what a clue asks for. */
public sealed interface ProofMatcher {

    /** Whether a clue with this proof is tried by such a kind. */
    boolean takes(Kind kind);

    static ProofMatcher of(Proof proof) {
        if (proof instanceof Proof.Answer answer) {
            return AnswerMatcher.of(answer);
        } else if (proof instanceof Proof.Pattern pattern) {
            return new PatternMatcher(Pattern.compile(pattern.expression()));
        } else if (proof instanceof Proof.Code code) {
            return new CodeMatcher(Set.copyOf(code.accept()));
        } else if (proof instanceof Proof.Place place) {
            return new PlaceMatcher(place);
        } else if (proof instanceof Proof.Review) {
            return new ReviewMatcher();
        }
        throw new IllegalStateException(
                "a proof without a matcher: " + proof.getClass().getSimpleName());
    }

    /** Compares texts and codes: what is wrong is remembered, and told apart by its form. */
    sealed interface OfText extends ProofMatcher {
        /** What is given, in the form in which it is compared. */
        String formOf(String given);

        /** Whether a text or code in its compared form is right. */
        boolean accepts(String form);

        /** What to tell who gives this almost right text. Only for what is not accepted. */
        default Optional<String> nearMiss(String form) {
            return Optional.empty();
        }
    }

    record AnswerMatcher(Proof.Match match, Set<String> accepted, Map<String, String> near)
            implements OfText {

        static AnswerMatcher of(Proof.Answer answer) {
            Map<String, String> near = new HashMap<>();
            answer.near()
                    .forEach(
                            (text, told) ->
                                    near.putIfAbsent(Texts.form(answer.match(), text), told));
            return new AnswerMatcher(answer.match(), forms(answer.match(), answer.accept()), near);
        }

        private static Set<String> forms(Proof.Match match, List<String> texts) {
            return texts.stream()
                    .map(text -> Texts.form(match, text))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean takes(Kind kind) {
            return kind instanceof Kind.Answer;
        }

        @Override
        public String formOf(String given) {
            return Texts.form(match, given);
        }

        @Override
        public boolean accepts(String form) {
            return accepted.contains(form);
        }

        @Override
        public Optional<String> nearMiss(String form) {
            return Optional.ofNullable(near.get(form));
        }
    }

    record PatternMatcher(Pattern pattern) implements OfText {
        @Override
        public boolean takes(Kind kind) {
            return kind instanceof Kind.Answer;
        }

        @Override
        public String formOf(String given) {
            return Texts.form(Proof.Match.EXACT, given);
        }

        @Override
        public boolean accepts(String form) {
            return pattern.matches(form);
        }
    }

    record CodeMatcher(Set<String> accepted) implements OfText {
        @Override
        public boolean takes(Kind kind) {
            return kind instanceof Kind.Scan;
        }

        @Override
        public String formOf(String given) {
            return given;
        }

        @Override
        public boolean accepts(String form) {
            return accepted.contains(form);
        }
    }

    record PlaceMatcher(Proof.Place place) implements ProofMatcher {
        @Override
        public boolean takes(Kind kind) {
            return kind instanceof Kind.Arrive;
        }

        /** Whether a fix is sure enough to count. */
        public boolean isAccurate(Fix fix) {
            return place.accuracy().isEmpty() || fix.accuracy() <= place.accuracy().getAsDouble();
        }

        public boolean isWithin(Fix fix) {
            double distance =
                    Earth.distance(
                            place.latitude(), place.longitude(), fix.latitude(), fix.longitude());
            return distance <= place.radius();
        }
    }

    record ReviewMatcher() implements ProofMatcher {
        @Override
        public boolean takes(Kind kind) {
            return kind instanceof Kind.SubmitForReview;
        }
    }
}
