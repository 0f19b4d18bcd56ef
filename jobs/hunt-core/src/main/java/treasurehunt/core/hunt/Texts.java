package treasurehunt.core.hunt;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

import treasurehunt.schemas.hunt.Proof;

/** The forms in which texts are compared, by the Unicode tables of the pinned ICU4J. */
public final class Texts {
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Texts() {}

    /** The form of a text; two texts are the same answer exactly when their forms are equal. */
    public static String form(Proof.Match match, String text) {
        return switch (match) {
            case FOLDED -> folded(text);
            case EXACT -> exact(text);
        };
    }

    /**
     * Letters and decimal digits without marks and case; a text without any is compared exactly.
     */
    private static String folded(String text) {
        String kept = isAscii(text) ? asciiFolded(text) : unicodeFolded(text);
        return kept.isEmpty() ? exact(text) : kept;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007f') {
                return false;
            }
        }
        return true;
    }

    /** What the tables say of ASCII, without them: most answers are nothing else. */
    private static String asciiFolded(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                kept.append((char) (c - 'A' + 'a'));
            }
        }
        return kept.toString();
    }

    private static String unicodeFolded(String text) {
        StringBuilder unmarked = new StringBuilder(text.length());
        NFKD.normalize(text)
                .codePoints()
                .filter(c -> !isMark(c))
                .forEach(unmarked::appendCodePoint);
        StringBuilder kept = new StringBuilder(unmarked.length());
        UCharacter.foldCase(unmarked.toString(), true)
                .codePoints()
                .filter(c -> UCharacter.isLetter(c) || UCharacter.isDigit(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMark(int codePoint) {
        int category = UCharacter.getType(codePoint);
        return category == UCharacterCategory.NON_SPACING_MARK
                || category == UCharacterCategory.COMBINING_SPACING_MARK
                || category == UCharacterCategory.ENCLOSING_MARK;
    }

    private static String exact(String text) {
        String composed = isAscii(text) ? text : NFC.normalize(text);
        int start = 0;
        int end = composed.length();
        // Every character of White_Space is one char, so code points and chars are the same here.
        while (start < end && UCharacter.isUWhiteSpace(composed.charAt(start))) {
            start++;
        }
        while (end > start && UCharacter.isUWhiteSpace(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }
}
