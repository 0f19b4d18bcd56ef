package treasurehunt.auditor.generator;

import java.text.Normalizer;
import java.util.List;

/** Texts that are allowed, and that not everybody is ready for. */
final class Strange {
    /** Ids that no hunt, clue or hint has. */
    static final List<String> NAMES =
            List.of(
                    "no-such-thing",
                    "Łańcuch",
                    "\uD83D\uDDFA",
                    "'; DROP TABLE results;--",
                    "\u001B[31mred",
                    "\u202Etxet",
                    "a\u0000b",
                    "clue-0 ",
                    "\"}]",
                    "x".repeat(512));

    /** What somebody may give for an answer, and be wrong. */
    static final List<String> TEXTS =
            List.of("", " ", "?!", "\u0301", "١٢", "ß", "\uD83D\uDDFA", "İ", "\u3000oak\u3000");

    /** What every sign that a player's name may have is in. */
    static final String PLAYER = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~:hunt-01:1780300800000:";

    private Strange() {}

    /** The same text in other signs, or with others about it: some forms of it are equal still. */
    static String spelling(String text, Chance chance) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return switch (chance.below(6)) {
            case 0 -> apart;
            case 1 -> apart.replaceAll("\\p{M}+", "");
            case 2 -> text.charAt(0) + "\u0301" + text.substring(1);
            case 3 -> text + "\u3007";
            case 4 -> "is it " + text;
            default -> text + " or so";
        };
    }
}
