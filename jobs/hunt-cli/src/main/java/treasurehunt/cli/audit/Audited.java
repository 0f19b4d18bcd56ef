package treasurehunt.cli.audit;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Violation;

import java.util.Locale;
import java.util.Map;

/**
 * What an audit came to.
 *
 * @param violations by rule, those that there were
 * @param unanswered of them, how many are records of the log without an answer
 * @param stoppedAt by partition of the live log, the offset before which the audit ends; empty for
 *     files
 */
public record Audited(
        Findings findings,
        Map<Violation.Rule, Long> violations,
        long unanswered,
        Map<Integer, Long> stoppedAt) {

    /** Whether the answers are those that the rules give. */
    public boolean isGood() {
        return findings.violations() == 0;
    }

    /** {@code 3 VIOLATIONS: MISSING 2, CODE 1}. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%,d VIOLATIONS: %s",
                findings.violations(),
                AuditReport.counts(violations));
    }

    /** How many violations of a rule. */
    public long of(Violation.Rule rule) {
        return violations.getOrDefault(rule, 0L);
    }
}
