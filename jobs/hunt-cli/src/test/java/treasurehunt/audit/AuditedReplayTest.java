package treasurehunt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Violation;
import treasurehunt.endtoend.Seed;
import treasurehunt.schemas.action.Reason;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Two readings of the rules give the same answers, to a log that lacks nothing. */
class AuditedReplayTest {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 30_000);
    private static final int PLAYERS = 300;

    @TempDir private Path folder;
    private final List<Violation> violations = new ArrayList<>();

    @Test
    void theAuditorFindsNothingInWhatTheCoreAnswers() throws Exception {
        audit(Seed.printed());

        assertThat(violations).isEmpty();
    }

    @Test
    void ofCodesEffectsReasonsAndPairsOfAKindAndAStandingNoneIsMissing() throws Exception {
        Findings findings = audit(1);

        assertThat(violations).isEmpty();
        assertThat(findings.codes()).satisfies(AuditedReplayTest::reached);
        assertThat(findings.effects()).satisfies(AuditedReplayTest::reached);
        assertThat(findings.pairs()).satisfies(AuditedReplayTest::reached);
        assertThat(findings.deadLetters()).hasSameSizeAs(Reason.values());
        assertThat(findings.deadLetters().entrySet())
                .filteredOn(reason -> reason.getValue() > 0)
                .map(Map.Entry::getKey)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Reason.DEFECT)));
    }

    private Findings audit(long seed) throws Exception {
        AuditedLog log = AuditedLog.of(folder, seed, ACTIONS, PLAYERS);
        return log.audit(log.replayed(), violations::add);
    }

    private static void reached(Map<?, Long> counts) {
        assertThat(counts).isNotEmpty().allSatisfy((what, count) -> assertThat(count).isPositive());
    }
}
