package treasurehunt.cli.demo.crowd;

import java.util.OptionalLong;

/** Who is told what the crowd does and hears, one thread at a time. */
public interface Watcher {
    /**
     * An action was sent.
     *
     * @param planned when it should have been, by the clock of {@link System#nanoTime()}
     * @param players who play now
     */
    void sent(long planned, int players);

    /**
     * An answer or an announcement was seen.
     *
     * @param planned when its action should have been sent; nothing if it was none of the crowd's
     */
    void saw(Sight sight, OptionalLong planned);
}
