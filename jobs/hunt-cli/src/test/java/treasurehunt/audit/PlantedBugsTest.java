package treasurehunt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
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
import java.util.List;
import java.util.Random;

/**
 * The auditor catches mistakes in the core: some of them in every run, all of them with {@code
 * -Dhunt.bugs=all}, by the log of one seed ({@code -Dhunt.seed}).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBugsTest {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 30_000);
    private static final int PLAYERS = 100;
    private static final int SAMPLE = 5;

    private final long seed = Seed.printed();

    @TempDir static Path folder;
    private AuditedLog log;

    @BeforeAll
    void generate() {
        log = AuditedLog.of(folder, seed, ACTIONS, PLAYERS);
    }

    private List<PlantedBug> bugs() throws IOException {
        List<PlantedBug> bugs = new ArrayList<>(PlantedBug.all());
        if (System.getProperty("hunt.bugs", "").equals("all")) {
            return bugs;
        }
        Collections.shuffle(bugs, new Random(seed));
        return bugs.subList(0, SAMPLE);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isCaught(PlantedBug bug, @TempDir Path planted) throws Exception {
        Path answers = planted.resolve("answers.ndjson");
        try (URLClassLoader classes = bug.plant(planted)) {
            replay(classes, log.replay(answers));
        }

        List<Violation> violations = new ArrayList<>();
        long found = log.audit(answers, violations::add).violations();

        assertThat(found).as("%s, hunt.seed=%d: %s", bug, seed, bug.what()).isPositive();
        System.out.printf(
                "%s: caught with hunt.seed=%d, %d violations; the first: %s%n",
                bug, seed, found, violations.get(0));
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
