package treasurehunt.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class ActionSealTest {
    private static final Keys KEYS = Keys.fresh(Role.OPERATORS);
    private static final byte[] ANA = bytes("ana");
    private static final byte[] VALUE = bytes("{\"player\":\"ana\"}");

    @Test
    void isWhatTheRuleBookSays() throws Exception {
        Keys zeros = Keys.of(Role.OPERATORS, List.of(Key.of(new byte[Key.BYTES])));

        String seal = new String(ActionSeal.of(zeros, ANA, VALUE), US_ASCII);

        // By another hand: Python's hmac.new(bytes(32), b"\0\0\0\3ana" + value, sha256)
        assertThat(seal).isEqualTo("66687aad:LP3ZlkCKnrA27VAPwS8E42jDLn1efiYp3uB56nyxISs=");
        assertThat(Path.of("..", "docs", "rules.md")).content().contains("\nseal: " + seal + "\n");
    }

    @Test
    void holdsForTheVeryRecordThatWasSealed() {
        byte[] seal = ActionSeal.of(KEYS, ANA, VALUE);

        assertThat(ActionSeal.isValid(seal, KEYS, ANA, VALUE)).isTrue();
        assertThat(ActionSeal.isValid(seal, KEYS, bytes("ben"), VALUE)).isFalse();
        assertThat(ActionSeal.isValid(seal, KEYS, ANA, bytes("{}"))).isFalse();
        assertThat(ActionSeal.isValid(seal, Keys.fresh(Role.OPERATORS), ANA, VALUE)).isFalse();
        assertThat(ActionSeal.isValid(seal, Keys.none(Role.OPERATORS), ANA, VALUE)).isFalse();
    }

    @Test
    void keyAndValueCannotBeCutElsewhere() {
        byte[] seal = ActionSeal.of(KEYS, bytes("an"), bytes("a{}"));

        assertThat(ActionSeal.isValid(seal, KEYS, bytes("an"), bytes("a{}"))).isTrue();
        assertThat(ActionSeal.isValid(seal, KEYS, ANA, bytes("{}"))).isFalse();
    }

    @Test
    void anOldKeyGoesOnVerifyingAndTheNewestSeals() {
        byte[] before = ActionSeal.of(KEYS, ANA, VALUE);
        Keys rotated = KEYS.rotated();

        byte[] after = ActionSeal.of(rotated, ANA, VALUE);

        assertThat(ActionSeal.isValid(before, rotated, ANA, VALUE)).isTrue();
        assertThat(ActionSeal.isValid(after, rotated, ANA, VALUE)).isTrue();
        assertThat(ActionSeal.isValid(after, KEYS, ANA, VALUE)).isFalse();
    }

    @Test
    void theSumOfOneKeyUnderTheIdOfAnotherIsNone() {
        Keys rotated = KEYS.rotated();
        String seal = new String(ActionSeal.of(rotated, ANA, VALUE), US_ASCII);
        String renamed = KEYS.ids().get(0) + seal.substring(8);

        assertThat(ActionSeal.isValid(bytes(renamed), rotated, ANA, VALUE)).isFalse();
    }

    @Test
    void anyOtherByteBreaksIt() {
        byte[] seal = ActionSeal.of(KEYS, ANA, VALUE);

        for (int i = 0; i < seal.length; i++) {
            byte[] other = seal.clone();
            other[i] ^= 1;
            assertThat(ActionSeal.isValid(other, KEYS, ANA, VALUE)).isFalse();
            byte[] shorter = Arrays.copyOf(seal, i);
            assertThat(ActionSeal.isValid(shorter, KEYS, ANA, VALUE)).isFalse();
        }
        byte[] longer = Arrays.copyOf(seal, seal.length + 1);
        assertThat(ActionSeal.isValid(longer, KEYS, ANA, VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "66687aad", "66687aad:", "66687aad:%%%", "::::", "é:é"})
    void noBytesOfAHeaderThrow(String header) {
        Random random = new Random(1);
        byte[] rubbish = new byte[53];

        assertThat(ActionSeal.isValid(bytes(header), KEYS, ANA, VALUE)).isFalse();
        for (int i = 0; i < 1_000; i++) {
            random.nextBytes(rubbish);
            assertThat(ActionSeal.isValid(rubbish, KEYS, ANA, VALUE)).isFalse();
        }
    }

    @Test
    void withoutHeaderKeyOrValueNothingIsSealed() {
        byte[] seal = ActionSeal.of(KEYS, new byte[0], new byte[0]);

        assertThat(ActionSeal.isValid(null, KEYS, ANA, VALUE)).isFalse();
        assertThat(ActionSeal.isValid(seal, KEYS, null, new byte[0])).isFalse();
        assertThat(ActionSeal.isValid(seal, KEYS, new byte[0], null)).isFalse();
        assertThatCode(() -> ActionSeal.isValid(null, KEYS, null, null)).doesNotThrowAnyException();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
