package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a test waits for what must happen; far longer than it takes on an idle machine. */
final class Patience {
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Patience() {}

    static void await(String what, BooleanSupplier condition) {
        assertThat(Poll.until(TIMEOUT, condition)).as(what).isTrue();
    }
}
