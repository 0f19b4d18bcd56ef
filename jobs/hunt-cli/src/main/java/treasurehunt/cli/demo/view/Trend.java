package treasurehunt.cli.demo.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last values of something that is measured every second. */
public final class Trend {
    /** As many as are kept. */
    public static final int LENGTH = 24;

    private final Deque<Double> values = new ArrayDeque<>();

    public void add(double value) {
        values.addLast(value);
        if (values.size() > LENGTH) {
            values.removeFirst();
        }
    }

    /** The newest last. */
    public List<Double> values() {
        return List.copyOf(values);
    }
}
