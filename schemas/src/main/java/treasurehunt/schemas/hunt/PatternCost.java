package treasurehunt.schemas.hunt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it costs to compile an expression, reckoned from its text alone: RE2/J writes out every
 * counted repetition, however often, and does not come back at all from some letters.
 */
final class PatternCost {
    /** More groups within each other than anyone needs, and fewer than exhaust a stack. */
    static final int DEEPEST = 100;

    private static final int MOST = 1_000_000;
    private static final int LARGEST_COUNT = 1000;
    private static final int STEPS_OF_A_REPETITION = 2;
    private static final int STEPS_OF_A_NAMED_CLASS = 50;
    private static final int LETTERS_FOLDED_IN_A_STEP = 100;

    /** The last letter that has a case. */
    private static final int LAST_CASED = 0x1E943;

    /** Letters whose case RE2/J follows in circles, for ever. */
    private static final int FIRST_ENDLESS = 0x1C80;

    private static final int LAST_ENDLESS = 0x1C88;

    private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z-]*\\)");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:P?<\\w*>|[a-zA-Z-]*:))?");
    private static final Pattern FOLDING = Pattern.compile("\\(\\?[a-zA-Z]*i");
    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:(,)(\\d*))?}");

    /**
     * No class has so long a name; a name that never ends is not looked through again and again.
     */
    private static final Pattern NAMED_CLASS =
            Pattern.compile("\\[:\\^?\\w+:]|\\\\[pP](?:\\{[^}]{0,64}}|.)");

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x\\{0*([0-9a-fA-F]{1,6})}|x[0-9a-fA-F]{2}|[0-7]{1,3}|.)");

    private final String expression;
    private final boolean folding;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group();
    private int at;
    private long steps;
    private int depth;
    private boolean endless;
    private boolean unopened;

    private PatternCost(String expression) {
        this.expression = expression;
        folding = FOLDING.matcher(expression).find();
    }

    /** The steps of a group's alternatives so far; a repetition repeats only the last part. */
    private static final class Group {
        private long before;
        private long last;

        void part(long steps) {
            before = Math.min(MOST, before + last);
            last = steps;
        }

        void repeat(long times, long more) {
            last = Math.min(MOST, Math.max(1, times) * last + more);
        }

        long steps() {
            return before + last;
        }
    }

    /**
     * What an expression comes to.
     *
     * @param steps of the program that it becomes, at most; exact only where they are few
     * @param depth of its groups
     * @param endless whether compiling it would never end
     * @param unopened whether it closes a group that it has not opened
     */
    record Cost(long steps, int depth, boolean endless, boolean unopened) {}

    static Cost of(String expression) {
        PatternCost cost = new PatternCost(expression);
        while (cost.at < expression.length()) {
            cost.next();
        }
        return new Cost(
                cost.steps
                        + cost.groups.stream().mapToLong(Group::steps).sum()
                        + cost.group.steps(),
                cost.depth,
                cost.endless,
                cost.unopened);
    }

    private void next() {
        switch (expression.charAt(at)) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '{' -> count();
            case '|' -> {
                // The branch, and a step for an alternative that is empty.
                group.part(2);
                at++;
            }
            case '*', '+', '?' -> {
                group.repeat(1, STEPS_OF_A_REPETITION);
                at++;
            }
            default -> letter();
        }
    }

    private void letter() {
        int letter = expression.codePointAt(at);
        fold(letter, letter);
        group.part(1);
        at += Character.charCount(letter);
    }

    private void open() {
        Matcher flags = here(FLAGS);
        if (flags.lookingAt()) {
            // No part of its own: a repetition after it repeats what stood before it.
            at = flags.end();
            return;
        }
        Matcher start = here(GROUP);
        at = start.lookingAt() ? start.end() : at + 1;
        groups.push(group);
        group = new Group();
        depth = Math.max(depth, groups.size());
    }

    private void close() {
        at++;
        if (groups.isEmpty()) {
            unopened = true;
            return;
        }
        long inside = group.steps();
        group = groups.pop();
        // Its begin and its end, and a step for a group that is empty.
        group.part(inside + 3);
    }

    private void count() {
        Matcher count = here(COUNT);
        if (!count.lookingAt()) {
            letter();
            return;
        }
        long least = number(count.group(1));
        boolean open = count.group(2) != null && count.group(3).isEmpty();
        long most = count.group(2) == null || open ? least : number(count.group(3));
        group.repeat(Math.max(least, most), STEPS_OF_A_REPETITION + Math.max(0, most - least));
        at = count.end();
    }

    /** RE2/J refuses larger counts by itself. */
    private static long number(String digits) {
        return digits.length() > 4
                ? LARGEST_COUNT
                : Math.min(LARGEST_COUNT, Long.parseLong(digits));
    }

    private void escape() {
        if (expression.startsWith("\\Q", at)) {
            quoted();
            return;
        }
        Matcher named = here(NAMED_CLASS);
        if (named.lookingAt()) {
            steps += STEPS_OF_A_NAMED_CLASS;
            at = named.end();
        } else {
            int letter = classLetter();
            fold(letter, letter);
        }
        group.part(1);
    }

    private void quoted() {
        int end = expression.indexOf("\\E", at);
        int last = end < 0 ? expression.length() : end;
        at += 2;
        while (at < last) {
            letter();
        }
        at = end < 0 ? last : last + 2;
    }

    private void characterClass() {
        at += expression.startsWith("[^", at) ? 2 : 1;
        boolean first = true;
        while (at < expression.length() && (first || expression.charAt(at) != ']')) {
            first = false;
            Matcher named = here(NAMED_CLASS);
            if (named.lookingAt()) {
                steps += STEPS_OF_A_NAMED_CLASS;
                at = named.end();
            } else {
                range();
            }
        }
        at++;
        group.part(1);
    }

    private void range() {
        int low = classLetter();
        int high = low;
        if (expression.startsWith("-", at) && !expression.startsWith("-]", at)) {
            at++;
            high = at < expression.length() ? classLetter() : low;
        }
        steps++;
        fold(low, high);
    }

    /** The letter here, written as it is or as an escape. */
    private int classLetter() {
        Matcher escape = here(ESCAPE);
        int start = at;
        if (!escape.lookingAt()) {
            at += Character.charCount(expression.codePointAt(at));
            return expression.codePointAt(start);
        }
        at = escape.end();
        // By a short number no letter is named that matters here; a sign stands for itself.
        return escape.group(1) == null
                ? expression.codePointAt(start + 1)
                : Integer.parseInt(escape.group(1), 16);
    }

    private void fold(int low, int high) {
        if (folding) {
            endless |= low <= LAST_ENDLESS && high >= FIRST_ENDLESS;
            steps += Math.max(0, Math.min(high, LAST_CASED) - low) / LETTERS_FOLDED_IN_A_STEP;
        }
    }

    private Matcher here(Pattern form) {
        return form.matcher(expression).region(at, expression.length());
    }
}
