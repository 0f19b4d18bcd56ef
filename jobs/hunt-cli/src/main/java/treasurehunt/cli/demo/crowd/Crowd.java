package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who acts next among all players. Time is given, in ns of any clock that never runs backwards; one
 * thread at a time.
 */
public final class Crowd {
    /** After this time without an answer a player sends his action again, under the same id. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

    private final Supplier<Participant> newcomers;
    private final int size;
    private final double haste;
    private final Map<String, Seat> seats = new HashMap<>();
    private final PriorityQueue<Seat> thinking =
            new PriorityQueue<>(Comparator.comparingLong(seat -> seat.actsAt));
    private final PriorityQueue<Seat> ready =
            new PriorityQueue<>(
                    Comparator.comparing((Seat seat) -> !seat.hurries)
                            .thenComparingLong(seat -> seat.number));
    private final PriorityQueue<Wait> toldToWait =
            new PriorityQueue<>(Comparator.comparingLong(Wait::until));
    private final Deque<Request> unanswered = new ArrayDeque<>();
    private long seated;

    /**
     * A crowd that never has fewer players than its size.
     *
     * @param haste by what all thinking is divided
     */
    public Crowd(Supplier<Participant> newcomers, int size, double haste, long now) {
        this.newcomers = newcomers;
        this.size = size;
        this.haste = haste;
        fillUp(now);
    }

    /**
     * By what thinking must be divided so that so many are just enough for a rate, where one is
     * asked for.
     */
    public static double haste(int players, OptionalInt rate) {
        return rate.isPresent()
                ? Math.max(1, rate.getAsInt() / (players * SimulatedPlayer.PACE))
                : 1;
    }

    /** Whether somebody of this name plays now. */
    boolean has(String player) {
        return seats.containsKey(player);
    }

    /** How many play now. */
    int players() {
        return seats.size();
    }

    /**
     * What is sent at this moment, if it must be now: by whoever is ready, or else by a newcomer.
     */
    Sending byAnybody(long now) {
        Optional<Sending> again = again(now);
        if (again.isPresent()) {
            return again.get();
        }
        Optional<Seat> seat = whoIsReady(now).or(() -> whoThinksLeast(now));
        return send(seat.orElseGet(() -> newSeat(now)), now);
    }

    /** What somebody has thought of by now; nothing if all still think or wait. */
    Optional<Sending> byWhoeverIsReady(long now) {
        Optional<Sending> again = again(now);
        if (again.isPresent()) {
            return again;
        }
        return whoIsReady(now).map(seat -> send(seat, seat.actsAt));
    }

    /** Takes in an answer that was seen; says when its action should have been sent. */
    OptionalLong saw(Sight sight, long now) {
        Seat seat = seats.get(sight.player());
        if (seat == null) {
            return OptionalLong.empty();
        }
        if (sight.result().isPresent()) {
            seat.player.saw(sight.result().get());
            seat.mayActFrom(now, sight.result().get());
        } else {
            seat.player.lost(sight.actionId());
        }
        OptionalLong planned = seat.answered(sight.actionId());
        seat(seat, now);
        return planned;
    }

    private Optional<Sending> again(long now) {
        while (!unanswered.isEmpty()) {
            Request oldest = unanswered.peek();
            boolean awaited = oldest.seat.player.awaits(oldest.action.actionId());
            if (awaited && oldest.planned + PATIENCE > now) {
                return Optional.empty();
            }
            unanswered.remove();
            if (awaited) {
                return Optional.of(request(oldest.seat, oldest.action, now));
            }
        }
        return Optional.empty();
    }

    /** Who is in a hurry goes first, then who came first: a crowd grown too large rests. */
    private Optional<Seat> whoIsReady(long now) {
        while (!toldToWait.isEmpty() && toldToWait.peek().until <= now) {
            thinking.add(toldToWait.poll().seat);
        }
        while (!thinking.isEmpty() && thinking.peek().actsAt <= now) {
            ready.add(thinking.poll());
        }
        return firstAble(ready, now);
    }

    private Optional<Seat> whoThinksLeast(long now) {
        return firstAble(thinking, now);
    }

    private Optional<Seat> firstAble(PriorityQueue<Seat> queue, long now) {
        while (!queue.isEmpty()) {
            Seat seat = queue.poll();
            seat.queued = false;
            if (seat.notBefore <= now && seat.player.isFree()) {
                return Optional.of(seat);
            }
            // He was told to wait, or was through, after he had begun to think.
            seat(seat, now);
        }
        return Optional.empty();
    }

    private Sending send(Seat seat, long planned) {
        Sending sending = request(seat, seat.player.next(planned), planned);
        seat(seat, planned);
        return sending;
    }

    private Sending request(Seat seat, Action action, long planned) {
        Request request = new Request(seat, action, planned);
        seat.requests.add(request);
        unanswered.add(request);
        return new Sending(action, planned);
    }

    /** Lets a player think, wait or go, as he stands now. */
    private void seat(Seat seat, long now) {
        if (seat.player.isOver()) {
            leave(seat, now);
        } else if (seat.player.isFree() && !seat.queued) {
            queue(seat, now);
        }
    }

    private void leave(Seat seat, long now) {
        // Who has repeats on their way stays until they are answered: their latency counts, too.
        if (seat.requests.isEmpty() && !seat.queued) {
            seats.remove(seat.player.name());
            fillUp(now);
        }
    }

    private void fillUp(long now) {
        while (seats.size() < size) {
            queue(newSeat(now), now);
        }
    }

    private Seat newSeat(long now) {
        Seat seat = new Seat(newcomers.get(), ++seated, now);
        seats.put(seat.player.name(), seat);
        return seat;
    }

    private void queue(Seat seat, long now) {
        seat.queued = true;
        seat.hurries = seat.player.hurries();
        long thinks = (long) (millis(seat.player.thinks()) / haste);
        seat.actsAt = Math.max(now + thinks, seat.notBefore);
        if (seat.notBefore > now) {
            toldToWait.add(new Wait(seat, seat.notBefore));
        } else {
            thinking.add(seat);
        }
    }

    private static long millis(long ms) {
        return TimeUnit.MILLISECONDS.toNanos(ms);
    }

    private record Request(Seat seat, Action action, long planned) {}

    private record Wait(Seat seat, long until) {}

    /** A player with what is known of him here. */
    private static final class Seat {
        private final Participant player;
        private final long number;
        private final Deque<Request> requests = new ArrayDeque<>();
        private boolean queued;
        private boolean hurries;
        private long actsAt;
        private long notBefore;

        Seat(Participant player, long number, long now) {
            this.player = player;
            this.number = number;
            notBefore = now;
        }

        /** Only who does too much must rest; of a riddle or a hint that waits he has others. */
        void mayActFrom(long now, Result result) {
            if (result.code() == Code.RATE_LIMITED) {
                long wait = millis(result.retryAfter().orElseThrow());
                notBefore = Math.max(notBefore, now + wait);
            }
        }

        /** A player's answers come in the order of his actions, also of equal ones. */
        OptionalLong answered(String actionId) {
            for (Iterator<Request> each = requests.iterator(); each.hasNext(); ) {
                Request request = each.next();
                if (request.action.actionId().equals(actionId)) {
                    each.remove();
                    return OptionalLong.of(request.planned);
                }
            }
            return OptionalLong.empty();
        }
    }
}
