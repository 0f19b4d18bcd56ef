package treasurehunt.auditor.generator;

/**
 * Texts that match a regular expression, found by walking through it: alternatives, groups, sets,
 * optional and repeated parts. What it does not know it takes for letters, so its texts are only
 * likely to match.
 */
final class PatternTexts {
    private final String expression;
    private final Chance chance;
    private int next;

    private PatternTexts(String expression, Chance chance) {
        this.expression = expression;
        this.chance = chance;
    }

    /** Some text. */
    static String of(String expression, Chance chance) {
        return new PatternTexts(expression, chance).alternatives();
    }

    private String alternatives() {
        String chosen = sequence();
        for (int count = 2; has('|'); count++) {
            next++;
            String other = sequence();
            chosen = chance.below(count) == 0 ? other : chosen;
        }
        return chosen;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (next < expression.length() && !has('|') && !has(')')) {
            text.append(repeated(part()));
        }
        return text.toString();
    }

    private String part() {
        char first = expression.charAt(next++);
        return switch (first) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped();
            case '.' -> "a";
            case '^', '$' -> "";
            default -> String.valueOf(first);
        };
    }

    private String group() {
        if (has('?')) {
            int end = indexOf(')');
            int colon = indexOf(':');
            next = colon < end ? colon + 1 : end;
        }
        String inside = alternatives();
        next = Math.min(next + 1, expression.length());
        return inside;
    }

    private String oneOf() {
        String first = next < expression.length() ? part() : "";
        next = Math.min(indexOf(']') + 1, expression.length());
        return first;
    }

    private String escaped() {
        if (next == expression.length()) {
            return "";
        }
        char named = expression.charAt(next++);
        return switch (named) {
            case 'd' -> "7";
            case 'w' -> "w";
            case 's' -> " ";
            case 'b' -> "";
            default -> String.valueOf(named);
        };
    }

    private String repeated(String part) {
        if (has('?') || has('*')) {
            next++;
            return chance.likely(0.5) ? part : "";
        } else if (has('+')) {
            next++;
        } else if (has('{')) {
            String times = expression.substring(next + 1, indexOf('}')).replaceAll("\\D.*", "");
            next = Math.min(indexOf('}') + 1, expression.length());
            return times.isEmpty() ? part : part.repeat(Integer.parseInt(times));
        }
        return part;
    }

    /** Where it stands next; the end if nowhere. */
    private int indexOf(char wanted) {
        int found = expression.indexOf(wanted, next);
        return found < 0 ? expression.length() : found;
    }

    private boolean has(char expected) {
        return next < expression.length() && expression.charAt(next) == expected;
    }
}
