package treasurehunt.auditor.reading;

import com.google.re2j.Pattern;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What solves a clue. */
public sealed interface Proof {
    /** The one kind of action that it is given with. */
    ActionKind givenWith();

    /** A proof that judges a text or a code. */
    sealed interface OfText extends Proof {
        Form form();

        /** Whether a text, in this proof's form, solves the clue. */
        boolean accepts(String formed);

        /** What to tell who gives this, in this proof's form, which is almost right. */
        default Optional<String> near(String formed) {
            return Optional.empty();
        }
    }

    /** Texts, all in the proof's form. */
    record Answer(Form form, Set<String> accepted, Map<String, String> nearMisses)
            implements OfText {

        static Answer of(Form form, Collection<String> accept, Map<String, String> near) {
            Map<String, String> formed = new LinkedHashMap<>();
            // Of two near misses that are one text once formed the first counts.
            near.forEach((text, tell) -> formed.putIfAbsent(form.of(text), tell));
            return new Answer(
                    form, accept.stream().map(form::of).collect(Collectors.toSet()), formed);
        }

        @Override
        public ActionKind givenWith() {
            return ActionKind.ANSWER;
        }

        @Override
        public boolean accepts(String formed) {
            return accepted.contains(formed);
        }

        @Override
        public Optional<String> near(String formed) {
            return Optional.ofNullable(nearMisses.get(formed));
        }
    }

    record Expression(Pattern pattern) implements OfText {
        @Override
        public ActionKind givenWith() {
            return ActionKind.ANSWER;
        }

        @Override
        public Form form() {
            return Form.EXACT;
        }

        @Override
        public boolean accepts(String formed) {
            return pattern.matcher(formed).matches();
        }
    }

    record Code(Set<String> accepted) implements OfText {
        static Code of(Collection<String> accept) {
            return new Code(new HashSet<>(accept));
        }

        @Override
        public ActionKind givenWith() {
            return ActionKind.SCAN;
        }

        @Override
        public Form form() {
            return Form.AS_IT_IS;
        }

        @Override
        public boolean accepts(String formed) {
            return accepted.contains(formed);
        }
    }

    /**
     * A circle.
     *
     * @param radius in metres
     * @param accuracy in metres: a fix that may be wrong by more is not judged
     */
    record Place(double latitude, double longitude, double radius, OptionalDouble accuracy)
            implements Proof {
        @Override
        public ActionKind givenWith() {
            return ActionKind.ARRIVE;
        }
    }

    record Review() implements Proof {
        @Override
        public ActionKind givenWith() {
            return ActionKind.SUBMIT_FOR_REVIEW;
        }
    }
}
