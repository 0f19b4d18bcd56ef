package treasurehunt.schemas;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/**
 * What a piece of work took of this thread.
 *
 * @param bytes of memory, given back or not
 * @param nanos of a clock on the wall
 */
record Spent(long bytes, long nanos) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Work that may be refused. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Spent on(Work work) throws Exception {
        long start = System.nanoTime();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        long after = THREADS.getCurrentThreadAllocatedBytes();
        return new Spent(after - before, System.nanoTime() - start);
    }
}
