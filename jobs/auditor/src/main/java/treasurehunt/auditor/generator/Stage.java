package treasurehunt.auditor.generator;

import java.util.OptionalLong;
import java.util.PriorityQueue;

/** What all who take part share: luck, habits, time, and what is still to come. */
final class Stage {
    private final Chance chance;
    private final Mix mix;
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private double now;
    private long number;

    /** Begins at a time, ms UTC. */
    Stage(Chance chance, Mix mix, long now) {
        this.chance = chance;
        this.mix = mix;
        this.now = now;
    }

    Chance chance() {
        return chance;
    }

    Mix mix() {
        return mix;
    }

    boolean does(Habit habit) {
        return chance.likely(habit.share(mix));
    }

    /** Ms UTC. */
    long now() {
        return (long) now;
    }

    /** Time passes until something comes up, but no longer than these ms; whether something did. */
    boolean pass(double ms) {
        if (!later.isEmpty() && later.element().at() <= now + ms) {
            now = Math.max(now, (double) later.element().at());
            return true;
        }
        now += ms;
        return false;
    }

    /** Does what has come up. */
    void run() {
        later.remove().then().run();
    }

    /** Something comes up in some ms. */
    void in(long ms, Runnable then) {
        at(now() + ms, then);
    }

    /** Something comes up at a time, ms UTC. */
    void at(long time, Runnable then) {
        later.add(new Later(time, number++, then));
    }

    /** A time that may never come. */
    static OptionalLong sum(long start, OptionalLong ms) {
        return ms.isPresent() ? OptionalLong.of(start + ms.getAsLong()) : OptionalLong.empty();
    }
}
