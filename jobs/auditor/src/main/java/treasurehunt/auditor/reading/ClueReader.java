package treasurehunt.auditor.reading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.auditor.reading.Clue.Attempts;
import treasurehunt.auditor.reading.Clue.Hint;
import treasurehunt.auditor.reading.Clue.Waits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a clue, and collects what of it is sealed. */
final class ClueReader {
    private static final long DEFAULT_CEILING = 24 * 3_600_000;

    private final Fields fields;
    private final List<String> sealed = new ArrayList<>();

    private ClueReader(Fields fields) {
        this.fields = fields;
    }

    static Clue read(Fields fields) throws UnreadableEvidenceException {
        Clue clue = new ClueReader(fields).clue();
        fields.end();
        return clue;
    }

    private Clue clue() throws UnreadableEvidenceException {
        Fields proof =
                fields.fields("proof").orElseThrow(() -> fields.refused("proof", "is missing"));
        return new Clue(
                fields.text("id"),
                fields.text("title"),
                fields.optionalText("text"),
                fields.optionalText("media"),
                fields.optionalWhole("points").orElse(0),
                requires(),
                fields.optionalDuration("unlocks-after").orElse(0),
                fields.optionalDuration("deadline"),
                proof(proof),
                attempts(),
                fields.optionalWhole("wrong-penalty").orElse(0),
                hints(),
                firstFinders(),
                fields.optionalText("treasure"),
                List.copyOf(sealed));
    }

    private Condition requires() throws UnreadableEvidenceException {
        Optional<Object> requires = fields.node("requires");
        return requires.isEmpty()
                ? Condition.all(List.of())
                : ConditionReader.read(requires.get(), "requires");
    }

    private Attempts attempts() throws UnreadableEvidenceException {
        Optional<Fields> given = fields.fields("attempts");
        if (given.isEmpty()) {
            return new Attempts(OptionalLong.empty(), Optional.empty());
        }
        Fields attempts = given.get();
        OptionalLong wait = attempts.optionalDuration("wait");
        Waits waits =
                new Waits(
                        attempts.optionalWhole("free").orElse(0),
                        wait.orElse(0),
                        attempts.optionalWhole("factor").orElse(1),
                        attempts.optionalDuration("ceiling").orElse(DEFAULT_CEILING));
        Attempts read =
                new Attempts(
                        attempts.optionalWhole("max"),
                        wait.isPresent() ? Optional.of(waits) : Optional.empty());
        attempts.end();
        return read;
    }

    private Map<String, Hint> hints() throws UnreadableEvidenceException {
        Map<String, Hint> hints = new LinkedHashMap<>();
        for (Fields hint : fields.parts("hints")) {
            hints.put(
                    hint.text("id"),
                    new Hint(
                            hint.optionalWhole("cost").orElse(0),
                            hint.optionalDuration("after").orElse(0),
                            hint.text("text")));
            hint.end();
        }
        return hints;
    }

    private List<Long> firstFinders() throws UnreadableEvidenceException {
        List<Long> bonuses = new ArrayList<>();
        for (String bonus : fields.texts("first-finders")) {
            try {
                bonuses.add(Long.parseLong(bonus));
            } catch (NumberFormatException e) {
                throw fields.refused("first-finders", "holds what is no whole number: " + bonus);
            }
        }
        return bonuses;
    }

    private Proof proof(Fields proof) throws UnreadableEvidenceException {
        Proof read = anyProof(proof);
        proof.end();
        return read;
    }

    private Proof anyProof(Fields proof) throws UnreadableEvidenceException {
        Optional<Fields> answer = proof.fields("answer");
        if (answer.isPresent()) {
            return answer(answer.get());
        }
        Optional<String> pattern = proof.optionalText("pattern");
        if (pattern.isPresent()) {
            return expression(proof, pattern.get());
        }
        Optional<Fields> code = proof.fields("code");
        if (code.isPresent()) {
            return code(code.get());
        }
        Optional<Fields> place = proof.fields("place");
        if (place.isPresent()) {
            return place(place.get());
        }
        Optional<Fields> review = proof.fields("review");
        if (review.isPresent()) {
            review.get().end();
            return new Proof.Review();
        }
        throw proof.refused("the proof", "is none of the rule book's");
    }

    private Proof answer(Fields answer) throws UnreadableEvidenceException {
        List<String> accept = answer.texts("accept");
        Optional<Fields> written = answer.fields("near");
        Map<String, String> near = written.isPresent() ? written.get().allTexts() : Map.of();
        String match = answer.optionalText("match").orElse("folded");
        answer.end();
        sealed.addAll(accept);
        sealed.addAll(near.keySet());
        sealed.addAll(near.values());
        return switch (match) {
            case "folded" -> Proof.Answer.of(Form.FOLDED, accept, near);
            case "exact" -> Proof.Answer.of(Form.EXACT, accept, near);
            default -> throw answer.refused("match", "is neither folded nor exact");
        };
    }

    private Proof expression(Fields proof, String pattern) throws UnreadableEvidenceException {
        sealed.add(pattern);
        try {
            return new Proof.Expression(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw proof.refused("pattern", "is no RE2 expression: " + e.getDescription());
        }
    }

    private Proof code(Fields code) throws UnreadableEvidenceException {
        List<String> accept = code.texts("accept");
        code.end();
        sealed.addAll(accept);
        return Proof.Code.of(accept);
    }

    private Proof place(Fields place) throws UnreadableEvidenceException {
        Proof.Place read =
                new Proof.Place(
                        place.decimal("latitude"),
                        place.decimal("longitude"),
                        place.decimal("radius-m"),
                        place.optionalDecimal("accuracy-m"));
        place.end();
        sealed.add(Double.toString(read.latitude()));
        sealed.add(Double.toString(read.longitude()));
        return read;
    }
}
