package treasurehunt.cli.demo.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** A frame at the end of a terminal, drawn again and again; what is said scrolls above it. */
public final class LiveDisplay implements Display {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final String ESC = "\u001B[";
    private static final String ERASE_LINE = ESC + "K";
    private static final String ERASE_BELOW = ESC + "J";

    private final PrintWriter out;
    private final Frame frame;
    private int height;

    public LiveDisplay(PrintWriter out, Frame frame) {
        this.out = out;
        this.frame = frame;
    }

    @Override
    public synchronized void say(String line) {
        goUp();
        out.println(ERASE_BELOW + line);
        out.flush();
        height = 0;
    }

    @Override
    public synchronized void show(Picture picture) {
        goUp();
        List<String> lines = frame.lines(picture);
        lines.forEach(line -> out.println(line + ERASE_LINE));
        out.flush();
        height = lines.size();
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    private void goUp() {
        if (height > 0) {
            out.print(ESC + height + "A\r");
        }
    }
}
