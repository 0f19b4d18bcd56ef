package treasurehunt.auditor;

import treasurehunt.auditor.comparing.Comparer;
import treasurehunt.auditor.rules.Judge;
import treasurehunt.auditor.rules.Judge.Due;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is asked for after the log's last record, and what behind it is passed over. */
final class End implements Comparer.UnauditedRest {
    private final Evidence.End end;
    private final Judge judge;
    private final Comparer answers;
    private final Map<String, Long> lastOffsets;

    /**
     * @param lastOffsets of the log's partitions, each by its number
     */
    End(Evidence.End end, Judge judge, Comparer answers, Map<String, Long> lastOffsets) {
        this.end = end;
        this.judge = judge;
        this.answers = answers;
        this.lastOffsets = lastOffsets;
    }

    void audit() {
        for (String player : judge.players()) {
            switch (end) {
                case CLOSED -> bringAll(player);
                case OPEN -> bringWhatIsThere(player);
            }
        }
        answers.end(this);
    }

    private void bringAll(String player) {
        for (Optional<Due> due = judge.nextDue(player);
                due.isPresent() && due.get().at() < judge.end();
                due = judge.nextDue(player)) {
            judge.bring(player, due.get());
        }
    }

    /**
     * Before an answer behind the log's end all must be there; else what was due long before, and
     * of the rest as much as there is.
     */
    private void bringWhatIsThere(String player) {
        Set<String> rest = new LinkedHashSet<>(answers.rest(player));
        boolean goesOn = rest.stream().anyMatch(this::isBehind);
        for (Optional<Due> next = judge.nextDue(player);
                next.isPresent();
                next = judge.nextDue(player)) {
            Due due = next.get();
            boolean byEnd = due.at() < judge.end();
            boolean longDue =
                    byEnd && judge.end() - due.at() > Evidence.ANNOUNCED_WITHIN.toMillis();
            boolean asked =
                    goesOn
                            ? byEnd
                            : longDue
                                    || rest.contains(due.id())
                                    || answers.failed(player, due.id())
                                    || (byEnd && hasLater(rest, due.at()));
            if (!asked) {
                return;
            }
            judge.bring(player, due);
        }
    }

    /** Whether an announcement is there that the log's end had brought later. */
    private boolean hasLater(Set<String> rest, long at) {
        return rest.stream().anyMatch(id -> dueAt(id) > at && dueAt(id) < judge.end());
    }

    @Override
    public List<Boolean> isAudited(List<String> ids) {
        boolean goesOn = end == Evidence.End.OPEN && ids.stream().anyMatch(this::isBehind);
        boolean behind = false;
        List<Boolean> audited = new ArrayList<>();
        for (String id : ids) {
            behind |= goesOn && isBehind(id);
            audited.add(!behind && !(goesOn && dueAt(id) >= judge.end()));
        }
        return audited;
    }

    @Override
    public Predicate<String> deadLetters() {
        return id -> end == Evidence.End.OPEN && (isBehind(id) || dueAt(id) >= judge.end());
    }

    /** Whether it answers a record behind the log's end. */
    private boolean isBehind(String id) {
        int colon = id.indexOf(':');
        if (colon < 0 || colon != id.lastIndexOf(':')) {
            return false;
        }
        String partition = id.substring(0, colon);
        String offset = id.substring(colon + 1);
        return isNumber(partition)
                && isNumber(offset)
                && Long.parseLong(offset) > lastOffsets.getOrDefault(partition, -1L);
    }

    /** When an announcement is due; the least there is of an answer to an action. */
    private static long dueAt(String id) {
        String last = id.substring(id.lastIndexOf(':') + 1);
        return id.indexOf(':') != id.lastIndexOf(':') && isNumber(last)
                ? Long.parseLong(last)
                : Long.MIN_VALUE;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 18
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
