package treasurehunt.schemas;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Bends samples at random: bytes now and then, mostly their values and members. */
final class Mutations {
    private static final String PUNCTUATION = "{}[],: \n";

    private static final String[] TOKENS = {
        "\"\"",
        "\"x\"",
        "null",
        "true",
        "{}",
        "[]",
        "{\"x\":{}}",
        "[[[[[[[[[]]]]]]]]]",
        "0",
        "-0",
        "-1",
        "1.0",
        "1e3",
        "1e9999999",
        "-1e-9999999",
        "1.5",
        "-0.0",
        "90.00000000000001",
        "1e308",
        "NaN",
        "007",
        "2147483648",
        "1000000000000001",
        "-1000000000000000",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999",
        "\"\\u0000\"",
        "\"\\ud83c\\udf0a\"",
        "\"\\ud83c\"",
        "\"\\udf0a\"",
        "\"🌊\"",
        "\"tide\"",
        "\"999999999d999999999h\"",
        "\"+292278994-08-17T07:12:55.807Z\"",
        "\"-999999999-01-01T00:00:00Z\"",
        "\"player\":",
        "\"action_id\":",
        "\"join\":",
        "\"adjust\":",
        "\"forget\":",
        "\"verdict\":",
        "\"operator\":",
        "\"hunt\":",
        "\"rank\":",
        "\"GRANTED\"",
        "\"DUE\"",
        "\"id\":",
        "\"all\":",
        "\"any\":",
        "\"at-least\":",
        "\"of\":",
        "\"points\":",
        "\"treasure\":",
        "\"stock\":",
        "\"wait\":",
        "\"pattern\":",
        "\"((((a{9}){99}){99}){99})\"",
        "\"(?i)[b-\\uffff]+\"",
        "\"pl\\u0061yer\":",
        "\"\\ud83c\":"
    };

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\n",
        "\t",
        "\0",
        "\uFEFF",
        "\u00c0\u0080",
        "\u00ed\u00a0\u0080",
        "\u00ff",
        "&a ",
        "*a",
        "!!binary ",
        "? ",
        "- ",
        "|",
        ">",
        "%",
        "#",
        "---\n",
        "...",
        "'",
        "<<",
        "~",
        "\\ud800",
        "\\ud83c\\udf0a",
        "[[[[[[[[[[[[[[[[[[[[[[[[[["
    };

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** What is written where a value or a member is hoped for. */
    static String token(Random random) {
        return TOKENS[random.nextInt(TOKENS.length)];
    }

    /** One of the samples, bent in one to four places. */
    byte[] of(List<byte[]> samples) {
        return bent(samples.get(random.nextInt(samples.size())), samples);
    }

    /** A sample, bent in one to four places. */
    byte[] bent(byte[] bytes, List<byte[]> samples) {
        String sample = new String(bytes, ISO_8859_1);
        for (int i = random.nextInt(4); i >= 0; i--) {
            sample = bent(sample, samples);
        }
        return sample.getBytes(ISO_8859_1);
    }

    private String bent(String sample, List<byte[]> samples) {
        return switch (random.nextInt(8)) {
            case 0 -> replaced(sample, random.nextInt(2), "" + (char) random.nextInt(256));
            case 1 -> replaced(sample, 0, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            case 2 -> replaced(sample, random.nextInt(40), "");
            case 3 -> replaced(sample, 0, part(sample));
            case 4 -> replaced(sample, random.nextInt(40), part(text(samples)));
            case 5 -> swapped(sample, tokenOf(text(samples)));
            default -> swapped(sample, bytes(token(random)));
        };
    }

    /** Replaces some characters somewhere. */
    private String replaced(String sample, int count, String by) {
        int start = random.nextInt(sample.length() + 1);
        int end = Math.min(sample.length(), start + count);
        return sample.substring(0, start) + by + sample.substring(end);
    }

    /** Replaces one token; a member put in a name's place comes before it. */
    private String swapped(String sample, String by) {
        Token token = token(sample);
        String old = token.in(sample);
        String fitting = old.endsWith(":") && !by.endsWith(":") ? old + by + "," + old : by;
        return sample.substring(0, token.start()) + fitting + sample.substring(token.end());
    }

    /** A name with its colon, a text, or a run of letters, digits and signs. */
    private record Token(int start, int end) {
        String in(String sample) {
            return sample.substring(start, end);
        }
    }

    private Token token(String sample) {
        Token chosen = new Token(sample.length(), sample.length());
        int seen = 0;
        int end;
        for (int start = 0; start < sample.length(); start = end) {
            end = endOfToken(sample, start);
            if (PUNCTUATION.indexOf(sample.charAt(start)) < 0 && random.nextInt(++seen) == 0) {
                chosen = new Token(start, end);
            }
        }
        return chosen;
    }

    private static int endOfToken(String sample, int start) {
        int end = start + 1;
        if (sample.charAt(start) == '"') {
            while (end < sample.length() && sample.charAt(end) != '"') {
                end += sample.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(sample.length(), end + (sample.startsWith(":", end + 1) ? 2 : 1));
        }
        if (PUNCTUATION.indexOf(sample.charAt(start)) < 0) {
            while (end < sample.length() && PUNCTUATION.indexOf(sample.charAt(end)) < 0) {
                end++;
            }
        }
        return end;
    }

    private String tokenOf(String sample) {
        return token(sample).in(sample);
    }

    private String part(String sample) {
        int start = random.nextInt(sample.length() + 1);
        return sample.substring(start, Math.min(sample.length(), start + random.nextInt(60)));
    }

    private String text(List<byte[]> samples) {
        return new String(samples.get(random.nextInt(samples.size())), ISO_8859_1);
    }

    /** The bytes of a text, a character each. */
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
