package treasurehunt.schemas.contract;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs} as a test reads it: tables under headings, links, blocks of code. */
record RuleBook(Path file, List<String> lines) {
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final String FENCE = "```";

    /** The cells of a row, in its order. */
    record Row(List<String> cells) {
        /** What it is about: the word in its first cell. */
        String name() {
            return words(0).get(0);
        }

        /** The words in backticks in one of its cells. */
        List<String> words(int cell) {
            return WORD.matcher(cells.get(cell)).results().map(word -> word.group(1)).toList();
        }
    }

    static RuleBook read(Path file) {
        try {
            return new RuleBook(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the first table under a heading, without its head. */
    List<Row> table(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(RuleBook::row)
                .toList();
    }

    private static Row row(String line) {
        return new Row(Stream.of(line.split("\\|")).skip(1).map(String::strip).toList());
    }

    /** The blocks of code in a language. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (inside && line.equals(FENCE)) {
                blocks.add(block.stream().collect(joining("\n", "", "\n")));
                block.clear();
                inside = false;
            } else if (inside) {
                block.add(line);
            } else {
                inside = line.equals(FENCE + language);
            }
        }
        return blocks;
    }
}
