package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads proofs. */
final class ProofReader {
    static final int MOST_ANSWERS = 100;

    private final Patterns patterns = new Patterns();
    private final List<Form> forms =
            List.of(
                    new Form("answer", fields -> answer(fields.object("answer"))),
                    new Form("pattern", this::pattern),
                    new Form("code", fields -> code(fields.object("code"))),
                    new Form("place", fields -> place(fields.object("place"))),
                    new Form("review", fields -> review(fields.object("review"))));

    private record Form(String name, Function<HuntFields, Proof> reader) {}

    Proof read(HuntFields fields) {
        List<Form> given = forms.stream().filter(form -> fields.has(form.name())).toList();
        fields.refuseOthers();
        if (given.size() != 1) {
            fields.problem(
                    "must be exactly one of: "
                            + forms.stream().map(Form::name).collect(Collectors.joining(", ")));
            return new Proof.Review();
        }
        return given.get(0).reader().apply(fields);
    }

    private static Proof answer(HuntFields fields) {
        Proof.Answer answer =
                new Proof.Answer(
                        accept(fields),
                        fields.textsByName("near", MOST_ANSWERS),
                        fields.word("match", Proof.Match.class, Proof.Match.FOLDED));
        fields.refuseOthers();
        return answer;
    }

    private Proof pattern(HuntFields fields) {
        String expression = fields.text("pattern");
        // What is no fit text is refused already, and may have any length.
        if (HuntFields.isFit(expression)) {
            patterns.problem(expression).ifPresent(reason -> fields.problem("pattern", reason));
        }
        return new Proof.Pattern(expression);
    }

    private static Proof code(HuntFields fields) {
        Proof.Code code = new Proof.Code(accept(fields));
        fields.refuseOthers();
        return code;
    }

    private static Proof place(HuntFields fields) {
        Proof.Place place =
                new Proof.Place(
                        degrees(fields, "latitude", 90),
                        degrees(fields, "longitude", 180),
                        fields.positive("radius-m"),
                        accuracy(fields));
        fields.refuseOthers();
        return place;
    }

    private static double degrees(HuntFields fields, String name, int most) {
        return fields.decimal(
                name, -most, most, "must be decimal degrees from -" + most + " to " + most);
    }

    private static OptionalDouble accuracy(HuntFields fields) {
        return fields.has("accuracy-m")
                ? OptionalDouble.of(
                        fields.decimal(
                                "accuracy-m",
                                0,
                                HuntFields.LARGEST_NUMBER,
                                "must be a decimal number from 0 to 10^9"))
                : OptionalDouble.empty();
    }

    private static Proof review(HuntFields fields) {
        fields.refuseOthers();
        return new Proof.Review();
    }

    private static List<String> accept(HuntFields fields) {
        if (!fields.has("accept")) {
            fields.problem("accept", "is missing");
            return List.of();
        }
        List<String> accept = fields.texts("accept", MOST_ANSWERS);
        if (fields.raw("accept") instanceof List<?> list && list.isEmpty()) {
            fields.problem("accept", "names nothing that would be accepted");
        }
        return accept;
    }
}
