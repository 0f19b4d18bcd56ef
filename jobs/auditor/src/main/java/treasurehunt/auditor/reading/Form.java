package treasurehunt.auditor.reading;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/** The form in which texts are compared (rule book, section 10, Texts). */
public enum Form {
    FOLDED {
        @Override
        public String of(String text) {
            String folded = lettersAndDigits(UCharacter.foldCase(withoutMarks(text), true));
            return folded.isEmpty() ? EXACT.of(text) : folded;
        }
    },
    EXACT {
        @Override
        public String of(String text) {
            return trimmed(Normalizer2.getNFCInstance().normalize(text));
        }
    },
    /** Of codes. */
    AS_IT_IS {
        @Override
        public String of(String text) {
            return text;
        }
    };

    /** The text in this form. */
    public abstract String of(String text);

    private static String withoutMarks(String text) {
        return kept(Normalizer2.getNFKDInstance().normalize(text), false);
    }

    private static String lettersAndDigits(String text) {
        return kept(text, true);
    }

    private static String kept(String text, boolean onlyLettersAndDigits) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> onlyLettersAndDigits ? isLetterOrDigit(c) : !isMark(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMark(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean isLetterOrDigit(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER ->
                    true;
            default -> false;
        };
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && UCharacter.isUWhiteSpace(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && UCharacter.isUWhiteSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }
}
