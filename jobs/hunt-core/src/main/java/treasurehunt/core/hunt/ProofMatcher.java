package treasurehunt.core.hunt;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a player gives with what a clue accepts. */
public sealed interface ProofMatcher {

    /**
     * What a player gives, in the form in which it is compared; nothing if this proof does not take
     * such a kind.
     */
    Optional<String> formOf(Kind kind);

    /** Whether a text or code in its compared form is right. */
    boolean accepts(String form);

    /** What to tell who gives this almost right text. Only for what is not accepted. */
    default Optional<String> nearMiss(String form) {
        return Optional.empty();
    }

    static ProofMatcher of(Proof proof) {
        if (proof instanceof Proof.Answer answer) {
            return AnswerMatcher.of(answer);
        } else if (proof instanceof Proof.Code code) {
            return new CodeMatcher(Set.copyOf(code.accept()));
        }
        throw new IllegalStateException(
                "a proof without a matcher: " + proof.getClass().getSimpleName());
    }

    record AnswerMatcher(Proof.Match match, Set<String> accepted, Map<String, String> near)
            implements ProofMatcher {

        static AnswerMatcher of(Proof.Answer answer) {
            Set<String> accepted = new HashSet<>();
            forms(answer.match(), answer.accept(), accepted);
            Map<String, String> near = new HashMap<>();
            answer.near()
                    .forEach(
                            (text, told) ->
                                    near.putIfAbsent(Texts.form(answer.match(), text), told));
            return new AnswerMatcher(answer.match(), accepted, near);
        }

        private static void forms(Proof.Match match, List<String> texts, Set<String> into) {
            texts.forEach(text -> into.add(Texts.form(match, text)));
        }

        @Override
        public Optional<String> formOf(Kind kind) {
            return kind instanceof Kind.Answer answer
                    ? Optional.of(Texts.form(match, answer.text()))
                    : Optional.empty();
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

    record CodeMatcher(Set<String> accepted) implements ProofMatcher {
        @Override
        public Optional<String> formOf(Kind kind) {
            return kind instanceof Kind.Scan scan ? Optional.of(scan.code()) : Optional.empty();
        }

        @Override
        public boolean accepts(String form) {
            return accepted.contains(form);
        }
    }
}
