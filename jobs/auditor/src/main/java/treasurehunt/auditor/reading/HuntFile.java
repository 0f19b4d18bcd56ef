package treasurehunt.auditor.reading;

import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.schemas.seal.BrokenSealException;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one hunt in one version (rule book, section 3). */
final class HuntFile {
    private static final long DEFAULT_BURST = 30;
    private static final long DEFAULT_PER_SECOND = 5;

    private HuntFile() {}

    /**
     * The hunt in a file.
     *
     * @param keys by which it opens, where it is sealed
     */
    static Hunt read(Path file, Keys keys) throws IOException, UnreadableEvidenceException {
        Map<String, Object> tree = Tree.read(file);
        if (!HuntSeal.isSealed(tree)) {
            return hunt(Tree.texts(tree), file);
        }
        Map<String, Object> opened = opened(tree, keys, file);
        try {
            return hunt(Tree.texts(opened), file);
        } catch (UnreadableEvidenceException e) {
            // Not what is wrong: that may quote what was sealed.
            throw new UnreadableEvidenceException(file + ": opens to no hunt of the rule book's");
        }
    }

    private static Map<String, Object> opened(Map<String, Object> tree, Keys keys, Path file)
            throws UnreadableEvidenceException {
        try {
            return HuntSeal.open(tree, keys);
        } catch (BrokenSealException e) {
            throw new UnreadableEvidenceException(file + ": " + e.getMessage());
        }
    }

    private static Hunt hunt(Map<String, Object> tree, Path file)
            throws UnreadableEvidenceException {
        Fields fields = new Fields(tree, file.toString());
        Map<String, Clue> clues = new LinkedHashMap<>();
        for (Fields clue : fields.parts("clues")) {
            Clue read = ClueReader.read(clue);
            clues.put(read.id(), read);
        }
        long[] rate = rate(fields);
        fields.text("title");
        fields.node("text");
        Hunt hunt =
                new Hunt(
                        fields.text("hunt"),
                        fields.whole("version"),
                        fields.optionalInstant("effective-from").orElse(Long.MIN_VALUE),
                        fields.instant("opens"),
                        fields.instant("closes"),
                        fields.optionalDuration("time-limit"),
                        fields.optionalInstant("freeze-at"),
                        blocks(fields),
                        rate[0],
                        rate[1],
                        fields.optionalDecimal("max-speed"),
                        completeWhen(fields, clues),
                        clues,
                        treasures(fields));
        fields.end();
        return hunt;
    }

    private static boolean blocks(Fields fields) throws UnreadableEvidenceException {
        String policy = fields.optionalText("hint-policy").orElse("block");
        return switch (policy) {
            case "block" -> true;
            case "debt" -> false;
            default -> throw fields.refused("hint-policy", "is neither block nor debt");
        };
    }

    private static long[] rate(Fields fields) throws UnreadableEvidenceException {
        Optional<Fields> rate = fields.fields("rate");
        if (rate.isEmpty()) {
            return new long[] {DEFAULT_BURST, DEFAULT_PER_SECOND};
        }
        long burst = rate.get().optionalWhole("burst").orElse(DEFAULT_BURST);
        long perSecond = rate.get().optionalWhole("per-second").orElse(DEFAULT_PER_SECOND);
        rate.get().end();
        return new long[] {burst, perSecond};
    }

    private static Condition completeWhen(Fields fields, Map<String, Clue> clues)
            throws UnreadableEvidenceException {
        Optional<Object> written = fields.node("complete-when");
        if (written.isPresent()) {
            return ConditionReader.read(written.get(), "complete-when");
        }
        List<Condition> every = new ArrayList<>();
        clues.keySet().forEach(id -> every.add(new Condition.Solved(id)));
        return Condition.all(every);
    }

    private static Map<String, Long> treasures(Fields fields) throws UnreadableEvidenceException {
        Map<String, Long> points = new HashMap<>();
        for (Fields treasure : fields.parts("treasures")) {
            points.put(treasure.text("id"), treasure.optionalWhole("points").orElse(0));
            treasure.text("title");
            // The treasury's business.
            treasure.whole("stock");
            treasure.node("waiting-list");
            treasure.end();
        }
        return points;
    }
}
