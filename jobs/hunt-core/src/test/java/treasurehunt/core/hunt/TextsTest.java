package treasurehunt.core.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.hunt.Proof.Match;

import java.util.Random;
import java.util.function.Consumer;

/** Rule book, section 10: texts. */
class TextsTest {
    private static final long SEED = Long.getLong("hunt.seed", new Random().nextLong());
    private static final int TEXTS = 20_000;

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("-Dhunt.seed=" + SEED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Anchor!      | theanchor     | case, spaces and punctuation",
                "Crème brûlée     | cremebrulee   | precomposed marks",
                "Cre\u0300me      | creme         | combining marks",
                "Straße           | strasse       | full folding of ß",
                "STRASSE          | strasse       | as of SS",
                "ſtreit           | streit        | the long s",
                "İstanbul         | istanbul      | the dotted I, whatever the language",
                "ISTANBUL         | istanbul      | the plain I, whatever the language",
                "ısı              | ısı           | the dotless i is a letter of its own",
                "Ὀδυσσεύς         | οδυσσευσ      | the final sigma",
                "ᾳ                | α             | an iota below is a mark",
                "\uFB03           | ffi           | a ligature",
                "\uFF2F\uFF41\uFF4B | oak         | full width",
                "½                | 12            | a half falls apart into digits around a stroke",
                "①                | 1             | a circled digit becomes a digit",
                "²                | 2             | so does a superscript",
                "Ⅷ                | viii          | a Roman numeral becomes letters",
                "٣                | ٣             | another script's digit is a digit, and another",
                "007              | 007           | zeros count",
                "12:30            | 1230          | a time of day",
                "no               | no            | a word that YAML would take for false",
                "안녕             | 안녕          | syllables fall apart into letters",
                "𝔬𝔞𝔨              | oak           | letters beyond the first plane",
                "oak🌳            | oak           | a picture is no letter",
                "a\u200Db         | ab            | an invisible joiner is no letter"
            })
    void foldedKeepsLettersAndDecimalDigits(String text, String form, String why) {
        assertThat(Texts.form(Match.FOLDED, text))
                .as(why)
                .isEqualTo(Normalizer2.getNFKDInstance().normalize(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "🌳", "\u0301", "+", "〇", "… —"})
    void whenNothingIsLeftTheTextIsComparedExactly(String text) {
        assertThat(Texts.form(Match.FOLDED, "\u00a0" + text + "\u0085"))
                .isEqualTo(Texts.form(Match.EXACT, text))
                .isEqualTo(text);
    }

    @Test
    void nothingButWhiteSpaceIsTheEmptyText() {
        assertThat(Texts.form(Match.FOLDED, " \t\n")).isEmpty();
        assertThat(Texts.form(Match.EXACT, " \t\n")).isEmpty();
        assertThat(Texts.form(Match.FOLDED, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\n", "\u000b", "\f", "\r", "\u0085", "\u00a0", "\u1680", "\u2000",
                "\u2009", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"
            })
    void exactTrimsUnicodeWhiteSpaceAtBothEnds(String white) {
        assertThat(Texts.form(Match.EXACT, white + white + "two words" + white))
                .isEqualTo("two words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\ufeff", "\u180e", "\u001f", "\u0000"})
    void exactKeepsWhatIsNoWhiteSpace(String other) {
        assertThat(Texts.form(Match.EXACT, other + "oak")).isEqualTo(other + "oak");
    }

    @Test
    void exactComposesAndKeepsEverythingElse() {
        assertThat(Texts.form(Match.EXACT, "Cre\u0300me, ½ \uFF2F")).isEqualTo("Crème, ½ \uFF2F");
        assertThat(Texts.form(Match.EXACT, "Oak")).isNotEqualTo(Texts.form(Match.EXACT, "oak"));
        assertThat(Texts.form(Match.EXACT, "two  words"))
                .isNotEqualTo(Texts.form(Match.EXACT, "two words"));
    }

    /** However it is reckoned, by the letter of the rule it is this. */
    @Test
    void foldedIsWhatTheRuleSaysOfAnyText() {
        manyTexts(
                text ->
                        assertThat(Texts.form(Match.FOLDED, text))
                                .as(shown(text))
                                .isEqualTo(foldedByTheRule(text)));
    }

    /** NFKD, without marks, fully case folded, letters and decimal digits; else NFC, trimmed. */
    private static String foldedByTheRule(String text) {
        String unmarked = Normalizer2.getNFKDInstance().normalize(text).replaceAll("\\p{M}", "");
        String kept = UCharacter.foldCase(unmarked, true).replaceAll("[^\\p{L}\\p{Nd}]", "");
        return kept.isEmpty()
                ? Normalizer2.getNFCInstance()
                        .normalize(text)
                        .replaceAll("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$", "")
                : kept;
    }

    /** Mostly ASCII of every kind, now and then another character among it. */
    private static void manyTexts(Consumer<String> property) {
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            int others = random.nextInt(4) == 0 ? 3 : 0;
            property.accept(
                    random.ints(random.nextInt(12), 0, 10)
                            .map(kind -> kind < others ? other(random) : random.nextInt(128))
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString());
        }
    }

    /** Latin, Greek or Cyrillic, which the platform's older tables know as well. */
    private static int other(Random random) {
        return random.nextBoolean()
                ? 0x80 + random.nextInt(0x530 - 0x80)
                : 0x1E00 + random.nextInt(0x200);
    }

    private static String shown(String text) {
        return "-Dhunt.seed=" + SEED + " " + text.codePoints().boxed().toList();
    }
}
