package treasurehunt.schemas.seal;

import treasurehunt.schemas.json.JsonNumber;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes what is secret out of a published hunt and puts it back. Trees are as {@link
 * treasurehunt.schemas.json.StrictJson} reads them, and are never changed.
 *
 * <p>What is sealed has the shape of the hunt. Opened, objects are joined by name and lists by
 * position, and an empty object gives way to what was sealed.
 */
public final class HuntSeal {
    private static final String SEALED = "sealed";
    private static final String VOID = "void";
    private static final String CLUES = "clues";
    private static final String PROOF = "proof";
    private static final String HINTS = "hints";
    private static final String TEXT = "text";
    private static final String MEDIA = "media";

    private HuntSeal() {}

    /** Whether a tree has a sealed part. */
    public static boolean isSealed(Map<String, Object> tree) {
        return tree.containsKey(SEALED);
    }

    /** Whether a tree says that a version is void. */
    public static boolean isVoid(Map<String, Object> tree) {
        return tree.containsKey(VOID);
    }

    /**
     * A playable hunt with its secrets sealed under the newest key, bound to its id and version.
     *
     * @param locked the ids of the clues that start locked
     */
    public static Map<String, Object> seal(
            Map<String, Object> tree, Set<String> locked, Keys keys) {
        List<Object> shown = new ArrayList<>();
        List<Object> hidden = new ArrayList<>();
        for (Object element : list(tree.get(CLUES))) {
            Map<String, Object> clue = object(element);
            Map<String, Object> secrets = secrets(clue, locked.contains(clue.get("id")));
            shown.add(without(secrets, clue));
            hidden.add(secrets);
        }
        Map<String, Object> sealed = new LinkedHashMap<>(tree);
        sealed.put(CLUES, shown);
        sealed.put(SEALED, SealedPart.of(Map.of(CLUES, hidden), place(tree), keys.newest()));
        return sealed;
    }

    /** The hunt as it was before it was sealed; one that has no sealed part, as it is. */
    public static Map<String, Object> open(Map<String, Object> tree, Keys keys)
            throws BrokenSealException {
        if (!isSealed(tree)) {
            return tree;
        }
        Map<String, Object> shown = new LinkedHashMap<>(tree);
        shown.remove(SEALED);
        return joined(shown, SealedPart.open(tree.get(SEALED), place(tree), keys));
    }

    /** Says that a version is void, as only who has the key can. */
    public static Map<String, Object> voided(String hunt, int version, Keys keys) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hunt", hunt);
        tree.put("version", new JsonNumber(Integer.toString(version)));
        tree.put(VOID, Map.of());
        tree.put(SEALED, SealedPart.of(Map.of(), voidOf(tree), keys.newest()));
        return tree;
    }

    /** Throws unless who had one of the keys said that this version is void. */
    public static void verifyVoid(Map<String, Object> tree, Keys keys) throws BrokenSealException {
        SealedPart.open(tree.get(SEALED), voidOf(tree), keys);
    }

    private static Map<String, Object> secrets(Map<String, Object> clue, boolean locked) {
        Map<String, Object> secrets = new LinkedHashMap<>();
        for (String name : locked ? List.of(TEXT, MEDIA) : List.<String>of()) {
            if (clue.containsKey(name)) {
                secrets.put(name, clue.get(name));
            }
        }
        secrets.put(PROOF, clue.get(PROOF));
        if (clue.containsKey(HINTS)) {
            List<Object> texts = new ArrayList<>();
            list(clue.get(HINTS)).forEach(hint -> texts.add(Map.of(TEXT, object(hint).get(TEXT))));
            secrets.put(HINTS, texts);
        }
        return secrets;
    }

    /** The clue as everyone may read it: of its proof the kind alone. */
    private static Map<String, Object> without(
            Map<String, Object> secrets, Map<String, Object> clue) {
        Map<String, Object> shown = new LinkedHashMap<>(clue);
        shown.keySet().removeAll(secrets.keySet());
        Map<String, Object> proof = new LinkedHashMap<>();
        object(clue.get(PROOF)).keySet().forEach(kind -> proof.put(kind, Map.of()));
        shown.put(PROOF, proof);
        if (clue.containsKey(HINTS)) {
            List<Object> hints = new ArrayList<>();
            for (Object hint : list(clue.get(HINTS))) {
                Map<String, Object> hintShown = new LinkedHashMap<>(object(hint));
                hintShown.remove(TEXT);
                hints.add(hintShown);
            }
            shown.put(HINTS, hints);
        }
        return shown;
    }

    /** What a sealed part is bound to: moved to another hunt or version it does not open. */
    private static String place(Map<String, Object> tree) {
        return scalar(tree.get("hunt")) + "/" + scalar(tree.get("version"));
    }

    /** Nor does it as a void what was sealed as a hunt. */
    private static String voidOf(Map<String, Object> tree) {
        return place(tree) + "/" + VOID;
    }

    private static String scalar(Object value) {
        return value instanceof JsonNumber number ? number.text() : String.valueOf(value);
    }

    private static Map<String, Object> joined(Map<String, Object> shown, Map<String, Object> hidden)
            throws BrokenSealException {
        Map<String, Object> both = new LinkedHashMap<>(shown);
        for (Map.Entry<String, Object> member : hidden.entrySet()) {
            Object there = shown.get(member.getKey());
            both.put(
                    member.getKey(),
                    there == null ? member.getValue() : joined(there, member.getValue()));
        }
        return both;
    }

    private static Object joined(Object shown, Object hidden) throws BrokenSealException {
        if (shown instanceof Map<?, ?> && hidden instanceof Map<?, ?>) {
            return joined(object(shown), object(hidden));
        }
        if (shown instanceof List<?> some
                && hidden instanceof List<?> more
                && some.size() == more.size()) {
            List<Object> both = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                both.add(joined(some.get(i), more.get(i)));
            }
            return both;
        }
        if (shown.equals(Map.of())) {
            return hidden;
        }
        throw new BrokenSealException("has a sealed part that does not fit the rest");
    }

    @SuppressWarnings("unchecked") // StrictJson's only maps
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }
}
