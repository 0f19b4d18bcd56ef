package treasurehunt.cli.demo.view;

import treasurehunt.cli.demo.crowd.Sight;
import treasurehunt.cli.demo.crowd.Watcher;
import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What was sent and seen so far. For any thread. */
public final class Tally implements Watcher {
    private static final int EVENTS = 4;
    private static final int PLACES = 3;

    private final Map<String, OfHunt> hunts = new LinkedHashMap<>();
    private final Map<Code, Long> results = new EnumMap<>(Code.class);
    private final Latency.Recorder latency = new Latency.Recorder();
    private final Latency.Recorder lately = new Latency.Recorder();
    private final Deque<String> events = new ArrayDeque<>();
    private final long measuredFrom;
    private long sent;
    private long measured;
    private long answered;
    private int players;

    /**
     * A tally of nothing.
     *
     * @param hunts of which to say who leads and how far people come
     * @param measuredFrom latencies count of what was planned from then on
     */
    public Tally(List<Hunt> hunts, long measuredFrom) {
        hunts.forEach(hunt -> this.hunts.put(hunt.id(), new OfHunt(hunt)));
        this.measuredFrom = measuredFrom;
    }

    /**
     * How things stand.
     *
     * @param sent actions
     * @param measured those of them whose latency counts
     * @param answered results and dead letters, seen once or more
     * @param events the latest last
     */
    public record Standing(
            int players,
            long sent,
            long measured,
            long answered,
            Map<Code, Long> results,
            Latency latency,
            List<HuntStanding> hunts,
            List<String> events) {}

    /**
     * How a hunt stands.
     *
     * @param stages how many players came how far, all of them first
     */
    public record HuntStanding(
            String title, Map<String, Long> stages, List<Leaders.Leader> leaders) {}

    @Override
    public synchronized void sent(long planned, int playersNow) {
        sent++;
        measured += planned >= measuredFrom ? 1 : 0;
        players = playersNow;
    }

    @Override
    public synchronized void saw(Sight sight, OptionalLong planned) {
        answered += sight.isAnswer() ? 1 : 0;
        if (planned.isPresent()) {
            long nanos = sight.seen() - planned.getAsLong();
            lately.record(nanos);
            if (planned.getAsLong() >= measuredFrom) {
                latency.record(nanos);
            }
        }
        sight.result().ifPresent(this::count);
    }

    /** Latencies since this was last asked, the warm-up's, too. */
    public synchronized Latency lately() {
        Latency since = lately.soFar();
        lately.reset();
        return since;
    }

    private void event(String inWords) {
        if (inWords.equals(events.peekLast())) {
            return;
        }
        events.addLast(inWords);
        if (events.size() > EVENTS) {
            events.removeFirst();
        }
    }

    /** How things stand. */
    public synchronized Standing standing() {
        return new Standing(
                players,
                sent,
                measured,
                answered,
                new EnumMap<>(results),
                latency.soFar(),
                hunts.values().stream().map(OfHunt::standing).toList(),
                List.copyOf(events));
    }

    private void count(Result result) {
        results.merge(result.code(), 1L, Long::sum);
        OfHunt hunt = hunts.get(result.hunt());
        if (hunt != null) {
            hunt.saw(result);
        }
        News.of(result, hunt(result), clue -> title(result, clue)).ifPresent(this::event);
    }

    /** Most frequent first. */
    public static String counts(Map<Code, Long> results) {
        return results.entrySet().stream()
                .sorted(Map.Entry.<Code, Long>comparingByValue().reversed())
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static final class OfHunt {
        private final Hunt hunt;
        private final Leaders leaders = new Leaders();
        private final Funnel funnel;

        OfHunt(Hunt hunt) {
            this.hunt = hunt;
            funnel = new Funnel(hunt);
        }

        void saw(Result result) {
            funnel.saw(result);
            if (!result.effects().isEmpty()) {
                leaders.has(result.player(), result.score());
            }
        }

        HuntStanding standing() {
            return new HuntStanding(hunt.title(), funnel.stages(), leaders.top(PLACES));
        }
    }

    private String hunt(Result result) {
        return Optional.ofNullable(hunts.get(result.hunt()))
                .map(played -> played.hunt.title())
                .orElse(result.hunt());
    }

    private String title(Result result, String clue) {
        return Optional.ofNullable(hunts.get(result.hunt()))
                .map(played -> played.hunt.clues().get(clue))
                .map(Clue::title)
                .map(Quoted::text)
                .orElse(clue);
    }
}
