package treasurehunt.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Feeds inputs to a decoder, checks whatever it answers, and notes what that took. */
final class Feeding {
    /** A pause of the machine looks like a slow input, so that the slowest are tried again. */
    private static final int SUSPECTS = 30;

    private static final int TRIES = 30;

    private final Decoder decoder;
    private final PriorityQueue<Suspect> suspects =
            new PriorityQueue<>(Comparator.comparingDouble(Suspect::nanosPerByte));
    private long inputs;
    private long decoded;
    private long inputBytes;
    private long memory;
    private double mostOfAllowed;
    private int largestInput;

    Feeding(Decoder decoder) {
        this.decoder = decoder;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Suspect(byte[] input, double nanosPerByte) {}

    /** What a decoder answered: a value, or its refusal. */
    private record Answer(Object value, Exception refusal) {}

    void feed(byte[] input) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        try {
            Spent spent = Spent.on(() -> answer.set(answerTo(input)));
            if (spent.bytes() > decoder.allowed(input) / 2) {
                // A class that is used for the first time takes memory for good.
                spent = Spent.on(() -> answer.set(answerTo(input)));
            }
            if (answer.get().refusal() == null) {
                decoder.check(answer.get().value());
                decoded++;
            } else {
                decoder.checkRefusal(input, answer.get().refusal());
            }
            assertThat(spent.bytes()).as("memory").isLessThanOrEqualTo(decoder.allowed(input));
            note(input, spent);
        } catch (Throwable e) {
            throw new AssertionError(decoder + ", bytes: " + quoted(input), e);
        }
    }

    private Answer answerTo(byte[] input) throws Exception {
        try {
            return new Answer(decoder.decode(input), null);
        } catch (Exception e) {
            if (decoder.refusesBy(e)) {
                return new Answer(null, e);
            }
            throw e;
        }
    }

    private static String quoted(byte[] input) {
        return input.length > 100_000
                ? input.length + " of them"
                : Base64.getEncoder().encodeToString(input);
    }

    private void note(byte[] input, Spent spent) {
        inputs++;
        inputBytes += input.length;
        memory += spent.bytes();
        largestInput = Math.max(largestInput, input.length);
        mostOfAllowed = Math.max(mostOfAllowed, (double) spent.bytes() / decoder.allowed(input));
        suspects.add(new Suspect(input, nanosPerByte(input, spent.nanos())));
        if (suspects.size() > SUSPECTS) {
            suspects.poll();
        }
    }

    private static double nanosPerByte(byte[] input, long nanos) {
        return nanos / (input.length + 100.0);
    }

    long inputs() {
        return inputs;
    }

    double shareDecoded() {
        return (double) decoded / inputs;
    }

    /** A JSON object on one line. */
    String report() throws Exception {
        Suspect slow = slowest();
        return """
        {"decoder":"%s","inputs":%d,"decoded":%d,"refused":%d,"bytes":%d,"largest_input":%d,\
        "memory_per_byte":%.1f,"most_of_allowed_memory":%.2f,\
        "slowest_ns":%.0f,"slowest_bytes":%d,"slowest":"%s"}"""
                .formatted(
                        decoder,
                        inputs,
                        decoded,
                        inputs - decoded,
                        inputBytes,
                        largestInput,
                        (double) memory / inputBytes,
                        mostOfAllowed,
                        slow.nanosPerByte() * (slow.input().length + 100),
                        slow.input().length,
                        slow.input().length > 10_000
                                ? ""
                                : Base64.getEncoder().encodeToString(slow.input()));
    }

    /** The input that takes longest for its size, at its best of many tries. */
    private Suspect slowest() throws Exception {
        Suspect slowest = new Suspect(new byte[0], 0);
        for (Suspect suspect : suspects) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                Spent spent = Spent.on(() -> answerTo(suspect.input()));
                best = Math.min(best, nanosPerByte(suspect.input(), spent.nanos()));
            }
            if (best > slowest.nanosPerByte()) {
                slowest = new Suspect(suspect.input(), best);
            }
        }
        return slowest;
    }
}
