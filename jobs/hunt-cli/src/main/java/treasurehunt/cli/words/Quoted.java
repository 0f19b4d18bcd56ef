package treasurehunt.cli.words;

import java.util.regex.Pattern;

/** Texts that a player, an operator or an author gave, made safe for a terminal. */
public final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:#@+-]+");

    private Quoted() {}

    /** An id: as it is, if nothing about it could be mistaken. */
    public static String id(String text) {
        return PLAIN.matcher(text).matches() ? text : text(text);
    }

    public static String text(String text) {
        return '"' + visible(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** What is no visible character, and could move a cursor, is written by its number. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (isVisible(c)) {
                                visible.appendCodePoint(c);
                            } else {
                                visible.append("\\u{").append(Integer.toHexString(c)).append('}');
                            }
                        });
        return visible.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
