package treasurehunt.endtoend.secrecy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes that a secret can stand as. */
final class Disguises {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final List<Base64.Encoder> ALPHABETS =
            List.of(Base64.getEncoder().withoutPadding(), Base64.getUrlEncoder().withoutPadding());

    /** Three bytes are four digits: where bytes begin among three decides which digits they are. */
    private static final int ALIGNMENTS = 3;

    private static final int BITS_OF_A_DIGIT = 6;

    private Disguises() {}

    /** A text in ASCII: as it is, in one case, and folded as answers are compared. */
    static List<byte[]> ofText(String text) {
        String folded = text.replaceAll("[^A-Za-z0-9]", "");
        return Stream.of(text, folded)
                .flatMap(
                        one ->
                                Stream.of(
                                        one,
                                        one.toLowerCase(Locale.ROOT),
                                        one.toUpperCase(Locale.ROOT)))
                .distinct()
                .flatMap(Disguises::written)
                .toList();
    }

    private static Stream<byte[]> written(String text) {
        Stream<byte[]> encoded =
                CHARSETS.stream().flatMap(charset -> ofBytes(text.getBytes(charset)).stream());
        return Stream.concat(encoded, Stream.of(escaped(text)));
    }

    /** A decimal number: its digits, and as the double that it is. */
    static List<byte[]> ofNumber(String digits) {
        List<byte[]> all = new ArrayList<>(ofText(digits));
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(order);
            all.addAll(ofBytes(bytes.putDouble(Double.parseDouble(digits)).array()));
        }
        return all;
    }

    /** Bytes as they are, in hexadecimal digits, and in base64 wherever they begin in it. */
    static List<byte[]> ofBytes(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        all.add(bytes);
        all.add(ascii(HexFormat.of().formatHex(bytes)));
        for (Base64.Encoder alphabet : ALPHABETS) {
            for (int before = 0; before < ALIGNMENTS; before++) {
                all.add(inBase64(bytes, before, alphabet));
            }
        }
        return all;
    }

    /** Those digits of the bytes' base64 that what stands around them has no part in. */
    private static byte[] inBase64(byte[] bytes, int before, Base64.Encoder alphabet) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int begin = (before * Byte.SIZE + BITS_OF_A_DIGIT - 1) / BITS_OF_A_DIGIT;
        int end = shifted.length * Byte.SIZE / BITS_OF_A_DIGIT;
        return Arrays.copyOfRange(alphabet.encode(shifted), begin, end);
    }

    private static byte[] escaped(String text) {
        return ascii(
                text.chars()
                        .mapToObj(c -> String.format("\\u%04x", c))
                        .collect(Collectors.joining()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
