package treasurehunt.schemas;

import treasurehunt.schemas.Tree.Shape;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Bends samples as trees: what comes out is mostly well formed, and rarely what a reader hopes. */
final class TreeMutations {
    private static final String[] CHARACTERS = {
        "🌊",
        "é",
        "\\u0000",
        "\\u001b[2J",
        "\\r\\n",
        "\u0085",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\\ud83c",
        "\\\"",
        "${jndi:ldap://x}",
        "%s%n",
        "';--",
        "#first-finders"
    };

    /** Around the bounds of texts, ids and players. */
    private static final int[] LENGTHS = {63, 64, 65, 127, 128, 129, 511, 512, 513, 1025, 4097};

    private final Random random;

    TreeMutations(Random random) {
        this.random = random;
    }

    /** One of the samples, bent in one to four places. */
    Tree of(List<Tree> samples) {
        Tree tree = sample(samples).copy();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bend(any(tree), samples);
        }
        return tree;
    }

    private void bend(Tree tree, List<Tree> samples) {
        switch (random.nextInt(11)) {
            case 0 -> tree.become(Tree.scalar(Mutations.token(random)));
            case 1 -> tree.become(any(sample(samples)));
            case 2 -> reshape(tree);
            case 3 -> nest(tree);
            case 4 -> addTwice(tree);
            case 5 -> repeat(tree);
            case 6 -> remove(tree);
            case 7 -> tree.name = name(samples);
            case 8 -> insert(tree, any(sample(samples)).copy());
            case 9 -> stretch(tree);
            default -> Collections.shuffle(tree.parts, random);
        }
    }

    /** The same content as another type. */
    private void reshape(Tree tree) {
        if (tree.shape == Shape.SCALAR) {
            tree.text = tree.text.startsWith("\"") ? unquoted(tree.text) : quoted(tree.text);
        } else {
            tree.shape = tree.shape == Shape.OBJECT ? Shape.ARRAY : Shape.OBJECT;
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String unquoted(String text) {
        return text.length() > 2 ? text.substring(1, text.length() - 1) : "null";
    }

    private void nest(Tree tree) {
        for (int levels = random.nextInt(20); levels >= 0; levels--) {
            Tree inner = tree.copy();
            tree.become(Tree.scalar("0"));
            tree.shape = random.nextBoolean() ? Shape.OBJECT : Shape.ARRAY;
            tree.parts.add(inner);
        }
    }

    /** Adds a part again: as it is, spelt in another way, or with another value. */
    private void addTwice(Tree tree) {
        if (!tree.parts.isEmpty()) {
            Tree again = part(tree).copy();
            switch (random.nextInt(3)) {
                case 0 -> again.name = escaped(again.name);
                case 1 -> again.become(Tree.scalar(Mutations.token(random)));
                default -> {}
            }
            insert(tree, again);
        }
    }

    /** The same name with its first letter as an escape. */
    private static String escaped(String name) {
        return name.length() > 2
                ? "\"\\u%04x%s".formatted((int) name.charAt(1), name.substring(2))
                : name;
    }

    private void repeat(Tree tree) {
        if (!tree.parts.isEmpty()) {
            Tree part = part(tree);
            for (int i = random.nextInt(60); i > 0; i--) {
                Tree again = part.copy();
                again.name = random.nextBoolean() ? quoted("x" + i) : part.name;
                tree.parts.add(again);
            }
        }
    }

    private void remove(Tree tree) {
        if (!tree.parts.isEmpty()) {
            tree.parts.remove(random.nextInt(tree.parts.size()));
        }
    }

    private void insert(Tree tree, Tree part) {
        if (tree.shape != Shape.SCALAR) {
            tree.parts.add(random.nextInt(tree.parts.size() + 1), part);
        }
    }

    /** Makes a text as long as some bound, or a little shorter or longer. */
    private void stretch(Tree tree) {
        if (tree.shape == Shape.SCALAR) {
            String what =
                    random.nextBoolean() ? "x" : CHARACTERS[random.nextInt(CHARACTERS.length)];
            int times = random.nextBoolean() ? 1 : LENGTHS[random.nextInt(LENGTHS.length)];
            String text = tree.text.startsWith("\"") ? unquoted(tree.text) : "";
            tree.text = quoted(random.nextBoolean() ? what.repeat(times) : text + what);
        }
    }

    private String name(List<Tree> samples) {
        return random.nextInt(4) == 0
                ? quoted(CHARACTERS[random.nextInt(CHARACTERS.length)])
                : any(sample(samples)).name;
    }

    private Tree part(Tree tree) {
        return tree.parts.get(random.nextInt(tree.parts.size()));
    }

    private Tree any(Tree tree) {
        List<Tree> all = tree.all();
        return all.get(random.nextInt(all.size()));
    }

    private Tree sample(List<Tree> samples) {
        return samples.get(random.nextInt(samples.size()));
    }
}
