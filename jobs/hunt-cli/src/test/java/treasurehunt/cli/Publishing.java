package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.nio.file.Path;

/** Publishes a hunt by the command, which waits until it counts. */
final class Publishing {
    private Publishing() {}

    /** Returns from when on it counts, ms UTC. */
    static long publish(Broker broker, Path keys, Path hunt) throws Exception {
        Ran ran =
                Ran.hunt(
                        "publish", hunt, "--json", "--kafka=" + broker.address(), "--keys=" + keys);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return new ObjectMapper().readTree(ran.out()).path("effective_at").asLong();
    }
}
