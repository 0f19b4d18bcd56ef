package treasurehunt.auditor.generator;

import com.google.re2j.Pattern;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What players try for a clue that is solved by a text or a code.
 *
 * @param right taken from the definition; empty for what is solved otherwise
 * @param near almost right, as the author foresaw
 * @param wrong words that stand in the riddle and its neighbours
 */
record Guesses(List<String> right, List<String> near, List<String> wrong) {
    static final Guesses NONE = new Guesses(List.of(), List.of(), List.of());

    private static final int PATTERN_SAMPLES = 64;

    static Guesses of(Hunt hunt, Clue clue, Chance chance) {
        List<String> right = right(clue.proof(), chance);
        if (right.isEmpty()) {
            return NONE;
        }
        List<String> near =
                clue.proof() instanceof Proof.Answer answer
                        ? List.copyOf(answer.near().keySet())
                        : List.of();
        return new Guesses(right, near, wrong(hunt, clue, right));
    }

    private static List<String> right(Proof proof, Chance chance) {
        if (proof instanceof Proof.Answer answer) {
            return answer.accept().stream()
                    .flatMap(text -> spellings(text, answer.match()))
                    .toList();
        } else if (proof instanceof Proof.Code code) {
            return code.accept();
        }
        return proof instanceof Proof.Pattern pattern ? matching(pattern, chance) : List.of();
    }

    private static List<String> matching(Proof.Pattern proof, Chance chance) {
        Pattern pattern = Pattern.compile(proof.expression());
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < PATTERN_SAMPLES; i++) {
            texts.add(PatternTexts.of(proof.expression(), chance));
        }
        return texts.stream().filter(pattern::matches).toList();
    }

    private static Stream<String> spellings(String text, Proof.Match match) {
        return switch (match) {
            case EXACT -> Stream.of(text, text, " " + text + "\u2003");
            case FOLDED ->
                    Stream.of(
                            text,
                            text,
                            text.toUpperCase(Locale.ROOT),
                            text + "!",
                            " " + text.replace(" ", "  ") + " ");
        };
    }

    private static List<String> wrong(Hunt hunt, Clue clue, List<String> right) {
        Set<String> words = new LinkedHashSet<>();
        List<Clue> sources = new ArrayList<>(hunt.clues().values());
        sources.add(0, clue);
        for (Clue source : sources) {
            addWords(words, source.title());
            source.text().ifPresent(text -> addWords(words, text));
        }
        Set<String> known = new HashSet<>();
        right.forEach(text -> known.add(text.strip().toLowerCase(Locale.ROOT)));
        List<String> wrong =
                words.stream()
                        .filter(word -> !known.contains(word.toLowerCase(Locale.ROOT)))
                        .limit(200)
                        .toList();
        return wrong.isEmpty() ? List.of("no idea") : wrong;
    }

    private static void addWords(Set<String> words, String text) {
        String[] all = text.split("[^\\p{L}\\p{N}]+", -1);
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isEmpty()) {
                words.add(all[i]);
                words.add(i + 1 < all.length ? (all[i] + " " + all[i + 1]).trim() : all[i]);
            }
        }
    }
}
