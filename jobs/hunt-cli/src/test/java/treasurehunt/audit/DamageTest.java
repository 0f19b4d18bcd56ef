package treasurehunt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import treasurehunt.auditor.Violation;
import treasurehunt.endtoend.Seed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The auditor catches whatever is done to answers that were right, and says where: each kind once
 * in every run, {@code -Dhunt.damages} times if that is given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageTest {
    private static final int ACTIONS = 6_000;
    private static final int PLAYERS = 40;
    private static final int TIMES = Integer.getInteger("hunt.damages", 1);

    private final long seed = Seed.printed();

    @TempDir static Path folder;
    private AuditedLog log;
    private List<ObjectNode> answers;
    private Secrets secrets;

    @BeforeAll
    void generate() throws Exception {
        log = AuditedLog.of(folder, seed, ACTIONS, PLAYERS);
        answers = AnswerLines.read(log.replayed());
        secrets = Secrets.of(log.huntFiles());
    }

    @Test
    void nothingIsFoundInWhatIsRight() throws Exception {
        List<Violation> violations = new ArrayList<>();

        log.audit(folder.resolve("answers.ndjson"), violations::add);

        assertThat(violations).as("hunt.seed=%d", seed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhereItWasDone(Damage damage) throws Exception {
        Random random = new Random(seed);
        for (int time = 0; time < TIMES; time++) {
            AnswerLines damaged = AnswerLines.of(answers, secrets, random);
            Set<String> ids = damage.doTo(damaged);
            assertThat(ids)
                    .as("%s: the log has no place for it, hunt.seed=%d", damage, seed)
                    .isNotEmpty();
            String told = "%s at %s, hunt.seed=%d".formatted(damage, ids, seed);
            Path file = folder.resolve("damaged.ndjson");
            damaged.write(file);

            List<Violation> violations = new ArrayList<>();
            log.audit(file, violations::add);

            assertThat(violations).as(told).isNotEmpty();
            assertThat(violations).as(told).map(Violation::id).containsAnyElementsOf(ids);
            if (damage != Damage.DEFECT_FOR_RESULT) {
                // Behind a defect it goes on as if that action had never been.
                assertThat(violations).as(told).map(Violation::id).isSubsetOf(ids);
            }
            if (damage.isLeak()) {
                assertThat(violations)
                        .as(told)
                        .extracting(Violation::rule)
                        .contains(Violation.Rule.SECRET);
            }
        }
    }
}
