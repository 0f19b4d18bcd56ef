package treasurehunt.engine;

import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManager;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;

import treasurehunt.core.state.Enrolment;

/**
 * Wakes for players for whom something falls due, each by one timer. When much falls due at once,
 * timers fire a few at a time, so that who acts meanwhile does not wait for all of it: which of
 * them comes first decides nothing.
 */
final class DueTimers {
    /** Timers that fire before the next action has its turn. */
    private static final int TIMERS_A_TURN = 8;

    private final InternalTimerService<VoidNamespace> timers;
    private final InternalTimeServiceManager<?> manager;
    private final MailboxExecutor mailbox;
    private final Output<?> output;
    private Watermark passed;
    private boolean behind;
    private int fired;

    /**
     * Nothing has fired yet.
     *
     * @param timers the one kind of timers that its manager has
     * @param output where it is told how far all is out
     * @param passed ms UTC at or before which there is no further action
     */
    DueTimers(
            InternalTimerService<VoidNamespace> timers,
            InternalTimeServiceManager<?> manager,
            MailboxExecutor mailbox,
            Output<?> output,
            long passed) {
        this.timers = timers;
        this.manager = manager;
        this.mailbox = mailbox;
        this.output = output;
        this.passed = new Watermark(passed);
    }

    /** The time, ms UTC, at or before which there is no further action. */
    long passed() {
        return passed.getTimestamp();
    }

    /**
     * Moves the timer of the current player.
     *
     * @param before ms UTC of his earliest due moment until now, or {@link Enrolment#NEVER}
     */
    void wakeAt(long moment, long before) {
        if (moment == before) {
            return;
        }
        if (before != Enrolment.NEVER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, before);
        }
        if (moment != Enrolment.NEVER) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, moment);
        }
    }

    /** There is no further action at or before this time: what is due by then fires, by and by. */
    void pass(Watermark mark) throws Exception {
        if (mark.getTimestamp() > passed()) {
            passed = mark;
        }
        if (!behind) {
            fireSome();
        }
    }

    private void fireSome() throws Exception {
        fired = 0;
        behind = !manager.tryAdvanceWatermark(passed, () -> ++fired >= TIMERS_A_TURN);
        if (behind) {
            mailbox.execute(this::fireSome, "announce what is due");
        } else {
            output.emitWatermark(passed);
        }
    }
}
