package treasurehunt.cli.audit;

import treasurehunt.auditor.Violation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The violations that people read: the first of them, and of the others how many there are. */
public final class Shown {
    private static final int MOST = 20;

    private final List<String> first = new ArrayList<>();
    private final Map<Violation.Rule, Long> rest = new EnumMap<>(Violation.Rule.class);

    /** One violation more. */
    public void take(Violation violation) {
        if (first.size() < MOST) {
            first.add(ViolationLine.inWords(violation));
        } else {
            rest.merge(violation.rule(), 1L, Long::sum);
        }
    }

    /** One line each, and one for the others; none where there is no violation. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        if (!rest.isEmpty()) {
            lines.add("and more: " + AuditReport.counts(rest));
        }
        return lines;
    }
}
