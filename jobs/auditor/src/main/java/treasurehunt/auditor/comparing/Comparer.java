package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.auditor.rules.Answers;
import treasurehunt.auditor.rules.Expected;
import treasurehunt.auditor.rules.Snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Holds the answers against what the rules give. */
public final class Comparer implements Answers, Closeable {
    /** More than these are told as missing at once; fewer may stand under another player's name. */
    private static final int MOST_SOUGHT = 10_000;

    private final AnswersFile file;
    private final Optional<Snapshots> snapshots;
    private final Optional<Tables> tables;
    private final Unaudited unaudited;
    private final Consumer<Violation> violations;
    private final Census census;
    private final Comparison results;
    private final DeadLetterComparison deadLetters;

    /** Answers that nobody has found so far, by id. */
    private final Map<String, Expected> sought = new LinkedHashMap<>();

    private final Set<String> answeredByDeadLetter = new HashSet<>();
    private final Set<String> toldDefects = new HashSet<>();

    private Comparer(
            AnswersFile file,
            Optional<Snapshots> snapshots,
            Optional<Tables> tables,
            Unaudited unaudited,
            Census census,
            Consumer<Violation> violations) {
        this.file = file;
        this.snapshots = snapshots;
        this.tables = tables;
        this.unaudited = unaudited;
        this.census = census;
        this.violations = violations;
        this.results = new Comparison(violations);
        this.deadLetters = new DeadLetterComparison(violations);
    }

    /**
     * Reads the answers once, and the snapshots and the tables, if they are audited; then they are
     * read again one by one, as they are expected.
     *
     * @param tables the folder of their files
     */
    public static Comparer of(
            Path answers,
            Optional<Path> progress,
            Optional<Path> tables,
            Consumer<Violation> violations)
            throws IOException {
        Census census = new Census();
        Unaudited unaudited = new Unaudited();
        AnswersFile file = new AnswersFile(answers, violations);
        Optional<Snapshots> snapshots = Optional.empty();
        try {
            if (progress.isPresent()) {
                snapshots =
                        Optional.of(new Snapshots(progress.get(), violations, census, unaudited));
            }
            Optional<Tables> rows =
                    tables.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Tables.in(tables.get(), violations, census, unaudited));
            return new Comparer(file, snapshots, rows, unaudited, census, violations);
        } catch (IOException e) {
            file.close();
            if (snapshots.isPresent()) {
                snapshots.get().close();
            }
            throw e;
        }
    }

    public Census census() {
        return census;
    }

    @Override
    public void expect(Expected answer) {
        census.count(answer);
        if (answer instanceof Expected.Result result) {
            expect(result);
            tables.ifPresent(there -> there.expect(result));
        } else if (answer instanceof Expected.DeadLetter letter) {
            expect(letter);
        }
    }

    private void expect(Expected.Result result) {
        Optional<Line> line = file.lane(result.player()).take(result.id(), result.isAnnouncement());
        if (line.isPresent()) {
            compare(result, line.get());
            return;
        }
        Optional<Integer> letter = file.deadLetters().take(result.id());
        if (letter.isPresent()) {
            answeredByDeadLetter.add(result.id());
            report(
                    Rule.CODE,
                    result,
                    letter.get(),
                    "The rules give %s, there stands a dead letter %s"
                            .formatted(
                                    result.code(),
                                    Masking.word("dead_letter", file.read(letter.get()).reason())));
            return;
        }
        seek(result);
    }

    private void expect(Expected.DeadLetter letter) {
        Optional<Integer> line = file.deadLetters().take(letter.id());
        if (line.isPresent()) {
            answeredByDeadLetter.add(letter.id());
            deadLetters.compare(letter, file.read(line.get()));
        } else {
            seek(letter);
        }
    }

    private void compare(Expected.Result result, Line line) {
        census.audited(result);
        results.compare(result, line);
    }

    private void seek(Expected answer) {
        if (sought.size() < MOST_SOUGHT) {
            sought.put(answer.id(), answer);
        } else {
            missing(answer);
        }
    }

    private void missing(Expected answer) {
        String what =
                answer instanceof Expected.Result result
                        ? show(result)
                        : "a dead letter " + ((Expected.DeadLetter) answer).refused().reason();
        report(Rule.MISSING, answer, 0, "The rules give " + what + ", there stands nothing");
    }

    private static String show(Expected.Result result) {
        Masking masking = Masking.of(result.json(), Set.of());
        return result.code() + " " + masking.show("effects", result.json().get("effects"));
    }

    @Override
    public boolean failed(String player, String id) {
        return file.deadLetters().isDefect(id) && !file.lane(player).has(id);
    }

    @Override
    public void wouldHaveGiven(Expected.Result answer) {
        if (file.deadLetters().isDefect(answer.id()) && toldDefects.add(answer.id())) {
            int line = file.deadLetters().take(answer.id()).orElse(0);
            answeredByDeadLetter.add(answer.id());
            report(
                    Rule.CODE,
                    answer,
                    line,
                    "The rules give %s, there stands a dead letter DEFECT".formatted(show(answer)));
        }
    }

    @Override
    public void reached(Snapshot snapshot) {
        snapshots.ifPresent(there -> there.reached(snapshot));
        tables.ifPresent(there -> there.reached(snapshot));
    }

    @Override
    public void found(Findings.Pair pair) {
        census.count(pair);
    }

    /** The ids of a player's results that nobody has asked for so far, in the file's order. */
    public List<String> rest(String player) {
        return file.lane(player).rest().stream().map(Line::id).toList();
    }

    /**
     * At the end: what was not found, what nobody asked for, and what stands in another order.
     *
     * @param passedOver ids by which a player's answers, and dead letters, are passed over
     */
    public void end(UnauditedRest passedOver) {
        file.lanes().forEach((player, lane) -> end(player, lane, passedOver));
        endOfDeadLetters(passedOver.deadLetters());
        sought.values().forEach(this::missing);
        snapshots.ifPresent(Snapshots::end);
        tables.ifPresent(Tables::end);
    }

    /** What of the answers stands behind the log's end. */
    public interface UnauditedRest {
        /** Of a player's rest, in the file's order, whether each is audited. */
        List<Boolean> isAudited(List<String> ids);

        /** Whether a dead letter is passed over. */
        Predicate<String> deadLetters();
    }

    private void end(String player, Lane lane, UnauditedRest passedOver) {
        for (Disorder.Moved moved : Disorder.in(lane.taken())) {
            Line line = file.read(moved.line());
            violations.accept(
                    new Violation(
                            moved.beforeItsTime() ? Rule.UNASKED : Rule.ORDER,
                            line.id(),
                            player,
                            moved.line(),
                            moved.beforeItsTime()
                                    ? "This was announced before its time"
                                    : "This does not stand where the log's order has it"));
        }
        List<Line> rest = lane.rest();
        if (rest.isEmpty()) {
            return;
        }
        List<Boolean> audited = passedOver.isAudited(rest.stream().map(Line::id).toList());
        Set<String> taken = new HashSet<>(lane.takenIds());
        for (int i = 0; i < rest.size(); i++) {
            if (audited.get(i)) {
                unasked(player, rest.get(i), taken);
            } else {
                unaudited.goesOn(player, rest.get(i).text("hunt"));
            }
        }
    }

    private void unasked(String player, Line line, Set<String> taken) {
        Expected answer = sought.remove(line.id());
        if (answer instanceof Expected.Result result) {
            compare(result, line);
        } else if (answer != null) {
            String what = "The rules give a dead letter %s, there stands a result %s";
            Object reason = ((Expected.DeadLetter) answer).refused().reason();
            String code = Masking.word("code", line.text("code"));
            report(Rule.CODE, answer, line.number(), what.formatted(reason, code));
        } else if (line.broken().isPresent()) {
            tell(Rule.UNREADABLE, player, line, "This is no JSON: " + line.broken().get());
        } else if (taken.contains(line.id()) || answeredByDeadLetter.contains(line.id())) {
            tell(Rule.DUPLICATE, player, line, "There is another answer with this id");
        } else {
            tell(Rule.UNASKED, player, line, "The rules ask for no such answer");
        }
    }

    private void endOfDeadLetters(Predicate<String> passedOver) {
        Set<String> asked = new HashSet<>(answeredByDeadLetter);
        Map<String, Integer> rest = file.deadLetters().rest();
        if (!rest.isEmpty()) {
            file.lanes().values().forEach(lane -> addRest(asked, lane, rest.keySet()));
        }
        rest.forEach((id, line) -> unaskedDeadLetter(file.read(line), asked, passedOver));
        file.deadLetters()
                .again()
                .forEach((line, id) -> unaskedDeadLetter(file.read(line), asked, passedOver));
    }

    private static void addRest(Set<String> asked, Lane lane, Set<String> ids) {
        lane.takenIds().stream().filter(ids::contains).forEach(asked::add);
    }

    private void unaskedDeadLetter(Line line, Set<String> asked, Predicate<String> passedOver) {
        String player = line.text("player");
        if (asked.contains(line.id())) {
            tell(Rule.DUPLICATE, player, line, "There is another answer with this id");
        } else if (line.broken().isPresent()) {
            tell(Rule.UNREADABLE, player, line, "This is no JSON: " + line.broken().get());
        } else if (passedOver.test(line.id())) {
            if (file.deadLetters().isDefect(line.id()) && isOfDueMoment(line.id())) {
                tell(Rule.CODE, player, line, "The rules give no due moment a dead letter DEFECT");
            }
        } else {
            tell(Rule.UNASKED, player, line, "The rules ask for no such dead letter");
        }
    }

    /** An action behind the log's end may be a forget that the rules answer by a DEFECT. */
    private static boolean isOfDueMoment(String id) {
        return id.indexOf(':') != id.lastIndexOf(':');
    }

    private void tell(Rule rule, String player, Line line, String what) {
        violations.accept(new Violation(rule, line.id(), player, line.number(), what));
    }

    private void report(Rule rule, Expected answer, int line, String what) {
        violations.accept(new Violation(rule, answer.id(), answer.player(), line, what));
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (snapshots.isPresent()) {
            snapshots.get().close();
        }
        if (tables.isPresent()) {
            tables.get().close();
        }
    }
}
