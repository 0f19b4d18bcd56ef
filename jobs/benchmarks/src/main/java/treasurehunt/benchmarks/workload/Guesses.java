package treasurehunt.benchmarks.workload;

import treasurehunt.core.hunt.ProofMatcher;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What players try for a clue that is solved by a text or a code.
 *
 * @param right taken from the definition; empty for what is solved otherwise
 * @param near almost right, as the author foresaw
 * @param wrong words that stand in the riddle and its neighbours
 */
record Guesses(List<String> right, List<String> near, List<String> wrong) {
    private static final int PATTERN_SAMPLES = 64;

    static Guesses of(Hunt hunt, Clue clue, Chance chance) {
        if (!(ProofMatcher.of(clue.proof()) instanceof ProofMatcher.OfText matcher)) {
            return new Guesses(List.of(), List.of(), List.of());
        }
        return new Guesses(
                right(clue.proof(), matcher, chance),
                clue.proof() instanceof Proof.Answer answer
                        ? List.copyOf(answer.near().keySet())
                        : List.of(),
                wrong(hunt, clue, matcher));
    }

    private static List<String> right(Proof proof, ProofMatcher.OfText matcher, Chance chance) {
        Set<String> texts = new LinkedHashSet<>();
        if (proof instanceof Proof.Answer answer) {
            answer.accept().forEach(text -> texts.addAll(spellings(text)));
        } else if (proof instanceof Proof.Code code) {
            texts.addAll(code.accept());
        } else if (proof instanceof Proof.Pattern pattern) {
            for (int i = 0; i < PATTERN_SAMPLES; i++) {
                texts.add(PatternTexts.of(pattern.expression(), chance));
            }
        }
        return texts.stream().filter(text -> matcher.accepts(matcher.formOf(text))).toList();
    }

    private static List<String> spellings(String text) {
        return List.of(
                text,
                text,
                text.toUpperCase(Locale.ROOT),
                text + "!",
                " " + text.replace(" ", "  ") + " ");
    }

    private static List<String> wrong(Hunt hunt, Clue clue, ProofMatcher.OfText matcher) {
        Set<String> words = new LinkedHashSet<>();
        List<Clue> sources = new ArrayList<>(hunt.clues().values());
        sources.add(0, clue);
        for (Clue source : sources) {
            addWords(words, source.title());
            source.text().ifPresent(text -> addWords(words, text));
        }
        List<String> wrong =
                words.stream()
                        .filter(word -> !matcher.accepts(matcher.formOf(word)))
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
