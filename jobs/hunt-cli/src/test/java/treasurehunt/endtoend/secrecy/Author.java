package treasurehunt.endtoend.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes hunts whose secrets are made up by chance: {@code <what becomes of it> <form>: <name>}.
 */
public final class Author {
    private static final Pattern SECRET =
            Pattern.compile("<(kept|typed|mistyped|told) (text|word|number): ([^>]+)>");

    private static final int WORD = 14;
    private static final IntPredicate LETTERS_AND_DIGITS = Character::isLetterOrDigit;

    private final Random random;
    private final Path folder;
    private final Map<String, String> secrets = new HashMap<>();
    private final List<Canary> canaries = new ArrayList<>();

    public Author(Random random, Path folder) throws IOException {
        this.random = random;
        this.folder = Files.createDirectories(folder);
    }

    /** The hunt of this name, with secrets that are nobody else's. */
    public Path write(String template) throws IOException {
        try (InputStream in = Author.class.getResourceAsStream("/secrecy/" + template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve(template), SECRET.matcher(text).replaceAll(this::madeUp));
        }
    }

    /** Something that is nowhere else. */
    public String word() {
        return random.ints('0', 'z' + 1)
                .filter(LETTERS_AND_DIGITS)
                .limit(WORD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What stands for the secret of this name. */
    public String secret(String name) {
        return secrets.get(name);
    }

    public List<Canary> canaries() {
        return canaries;
    }

    private String madeUp(MatchResult placeholder) {
        Fate fate = Fate.valueOf(placeholder.group(1).toUpperCase(Locale.ROOT));
        String form = placeholder.group(2);
        String name = placeholder.group(3);
        boolean number = form.equals("number");
        String secret =
                switch (form) {
                    case "text" -> word() + " " + word();
                    case "word" -> word();
                    default -> number();
                };
        if (secrets.put(name, secret) != null) {
            throw new IllegalArgumentException("two secrets with the name " + name);
        }
        canaries.add(number ? Canary.number(name, fate, secret) : Canary.text(name, fate, secret));
        return secret;
    }

    /** Good for degrees and for metres; its last digit is never a zero that may be left out. */
    private String number() {
        return "%d.%06d%d"
                .formatted(
                        10 + random.nextInt(80), random.nextInt(1_000_000), 1 + random.nextInt(9));
    }
}
