package treasurehunt.auditor.generator;

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
}
