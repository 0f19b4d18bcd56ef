package treasurehunt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.auditor.Violation;
import treasurehunt.endtoend.Seed;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The auditor catches mistakes in the core: some of them in every run, all of them with {@code
 * -Dhunt.bugs=all}. A rare one may take more logs than one, of the seeds from {@code -Dhunt.seed}
 * on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBugsTest {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 30_000);
    private static final int PLAYERS = 100;
    private static final int SAMPLE = 4;
    private static final int MOST_LOGS = 8;

    private final long first = Seed.printed();
    private final Map<Long, AuditedLog> logs = new HashMap<>();

    @TempDir static Path folder;

    private List<PlantedBug> bugs() throws IOException {
        List<PlantedBug> bugs = new ArrayList<>(PlantedBug.all());
        if (System.getProperty("hunt.bugs", "").equals("all")) {
            return bugs;
        }
        Collections.shuffle(bugs, new Random(first));
        return bugs.subList(0, SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isCaught(PlantedBug bug, @TempDir Path planted) throws Exception {
        List<Violation> violations = new ArrayList<>();
        long seed = first;
        try (URLClassLoader classes = bug.plant(planted)) {
            for (; violations.isEmpty() && seed < first + MOST_LOGS; seed++) {
                AuditedLog log = generated(seed);
                Path answers = planted.resolve("answers.ndjson");
                replay(classes, log.replay(answers));
                log.audit(answers, violations::add);
            }
        }

        assertThat(violations)
                .as("%s, hunt.seed=%d and the next: %s", bug, first, bug.what())
                .isNotEmpty();
        System.out.printf(
                "%s: caught with hunt.seed=%d, %d violations; the first: %s%n",
                bug, seed - 1, violations.size(), violations.get(0));
    }

    @Test
    void allOfThemApplyToTheCoreAsItIs(@TempDir Path planted) throws Exception {
        for (PlantedBug bug : PlantedBug.all()) {
            assertThat(bug.compiled(planted.resolve(bug.toString()))).isNotEmptyDirectory();
        }
        assertThat(PlantedBug.all()).hasSizeGreaterThanOrEqualTo(20);
    }

    /** Without a bug nothing may be found in it. */
    private AuditedLog generated(long seed) throws Exception {
        if (logs.containsKey(seed)) {
            return logs.get(seed);
        }
        AuditedLog log = AuditedLog.of(folder.resolve(Long.toString(seed)), seed, ACTIONS, PLAYERS);
        List<Violation> violations = new ArrayList<>();
        log.audit(log.replayed(), violations::add);
        assertThat(violations).as("hunt.seed=%d", seed).isEmpty();
        logs.put(seed, log);
        return log;
    }

    private static void replay(ClassLoader classes, String[] arguments)
            throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            Object command =
                    classes.loadClass("treasurehunt.cli.Hunt")
                            .getMethod("commandLine", boolean.class)
                            .invoke(null, false);
            Object exitCode =
                    command.getClass()
                            .getMethod("execute", String[].class)
                            .invoke(command, (Object) arguments);
            assertThat(exitCode).isEqualTo(0);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
