package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Proofs of every kind. What solves by a text holds the word {@link #RIGHT}. */
final class ProofsByChance {
    /** No result may hold it: it stands in everything that is right. */
    static final String RIGHT = "right-";

    /** Where there is nothing special about degrees, and where there is. */
    private static final List<double[]> PLACES =
            List.of(
                    new double[] {54.35, 18.65},
                    new double[] {54.3503, 18.6504},
                    new double[] {-33.8568, 151.2153},
                    new double[] {0, 180},
                    new double[] {12.5, -179.99999},
                    new double[] {90, 0},
                    new double[] {-89.9999, 77});

    private final Chance chance;

    ProofsByChance(Chance chance) {
        this.chance = chance;
    }

    Proof of(String clue) {
        String right = RIGHT + clue;
        return switch (chance.below(9)) {
            case 0, 1 -> new Proof.Code(List.of(right, " Code/" + right + "?x=1 "));
            case 2 -> new Proof.Pattern(pattern(right));
            case 3, 4 -> place();
            case 5 -> new Proof.Review();
            default -> answer(right);
        };
    }

    private String pattern(String right) {
        return chance.pick(
                List.of(
                        "(the )?" + right,
                        "(?i)" + right + "s?",
                        right + "[0-9]{2}",
                        "(a|an) (small )?" + right + "!*",
                        "\\d+ " + right));
    }

    private Proof place() {
        double[] place = chance.pick(PLACES);
        return new Proof.Place(
                place[0],
                place[1],
                chance.pick(List.of(0.5, 10.0, 40.0, 200.0)),
                chance.likely(0.6)
                        ? OptionalDouble.of(chance.pick(List.of(0.0, 12.5, 50.0)))
                        : OptionalDouble.empty());
    }

    private Proof answer(String right) {
        List<String> accept =
                chance.pick(
                        List.of(
                                List.of(right),
                                List.of("The " + right, right),
                                List.of(right + " Straße", right + " Łańcuch é"),
                                List.of(right + " ٣٤", "ﬁne " + right),
                                List.of("?! " + right + "\n")));
        Map<String, String> near = new LinkedHashMap<>();
        if (chance.likely(0.3)) {
            near.put(accept.get(0) + "!", "Right, or nearly so");
        }
        if (chance.likely(0.5)) {
            near.put("near", "Nearly");
        }
        if (chance.likely(0.3)) {
            near.put("Almost There", "Look again");
            near.put("!?", "No signs");
        }
        return new Proof.Answer(
                accept, near, chance.likely(0.7) ? Proof.Match.FOLDED : Proof.Match.EXACT);
    }
}
