package treasurehunt.auditor.rules;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.reading.Catalogue;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Hunt;
import treasurehunt.auditor.reading.Intake;
import treasurehunt.auditor.reading.LogRecord;
import treasurehunt.schemas.result.Code;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Says what the rules answer to a log, record by record. */
public final class Judge {
    /** The number of the rule book that this was written from; it stands on every result. */
    private static final long RULES = 3;

    private final Catalogue catalogue;
    private final Answers answers;
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Map<Integer, Long> times = new HashMap<>();

    public Judge(Catalogue catalogue, Answers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    /** A moment that is due to a player in a hunt. */
    public record Due(String id, String hunt, long at) {}

    /** The next record of the log. */
    public void take(LogRecord record) {
        long at = times.merge(record.partition(), record.appendTime(), Math::max);
        if (record.intake() instanceof Intake.Refused refused) {
            answers.expect(new Expected.DeadLetter(record, refused));
        } else if (record.intake() instanceof Intake.Asked asked) {
            take(record, asked.action(), at);
        }
    }

    /** The time that every partition of the log has reached; the least there is without any. */
    public long end() {
        return times.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    /** The players of whom anything is known, in the order in which they came. */
    public List<String> players() {
        return List.copyOf(players.keySet());
    }

    /** What is due next to a player, by time, then by hunt. */
    public Optional<Due> nextDue(String id) {
        Player player = players.get(id);
        Due next = null;
        if (player != null) {
            for (Map.Entry<String, Progress> entry : player.hunts.entrySet()) {
                OptionalLong moment = entry.getValue().nextDue;
                if (moment.isPresent() && (next == null || moment.getAsLong() < next.at())) {
                    next = due(player, entry.getKey(), moment.getAsLong());
                }
            }
        }
        return Optional.ofNullable(next);
    }

    /** Time brings a player what is due to him. */
    public void bring(String id, Due due) {
        Player player = players.get(id);
        Progress progress = player.hunts.get(due.hunt());
        if (fails(player, due)) {
            progress.silentTo = due.at();
            progress.refresh();
            return;
        }
        long scoreBefore = progress.score;
        Hunt newest = catalogue.inEffect(due.hunt(), due.at()).orElse(progress.hunt);
        Turn turn = Turn.of(player, progress, due.at());
        if (newest.version() > progress.hunt.version()) {
            Moments.move(turn, newest);
        } else {
            Moments.fallDue(turn);
        }
        announce(turn, due, scoreBefore);
    }

    private static Due due(Player player, String hunt, long at) {
        return new Due(player.id + ":" + hunt + ":" + at, hunt, at);
    }

    /** Whether the engine failed at it; the rules' own answer is then told, and changes nothing. */
    private boolean fails(Player player, Due due) {
        if (!answers.failed(player.id, due.id())) {
            return false;
        }
        trial(player).bring(player.id, due);
        return true;
    }

    private Judge trial(Player player) {
        Judge trial = new Judge(catalogue, new Trial(answers));
        trial.players.put(player.id, player.copy());
        return trial;
    }

    private void take(LogRecord record, Action action, long at) {
        Player player =
                players.containsKey(action.player())
                        ? players.get(action.player())
                        : new Player(action.player());
        if (forgetsTooMuch(player, action)) {
            answers.expect(new Expected.DeadLetter(record, Intake.Refused.defect(action)));
            return;
        }
        if (answers.failed(player.id, record.place())) {
            trial(player).take(record, action, at);
            return;
        }
        bringForward(player.id, at);
        if (action.kind() != ActionKind.FORGET) {
            player.in(action.hunt()).ifPresent(progress -> moveForAction(player, progress, at));
        }
        tellPair(player, action);
        answer(player, record, action, at);
        if (!player.isBlank()) {
            players.putIfAbsent(player.id, player);
        }
    }

    /** Nothing of such an action stays, so this is asked before anything falls due. */
    private static boolean forgetsTooMuch(Player player, Action action) {
        return action.kind() == ActionKind.FORGET
                && player.operators.of(action.id()).isEmpty()
                && Corrections.forgetsTooMuch(player);
    }

    private void bringForward(String id, long at) {
        for (Optional<Due> due = nextDue(id);
                due.isPresent() && due.get().at() <= at;
                due = nextDue(id)) {
            bring(id, due.get());
        }
    }

    /** The move just before an action that names the hunt. */
    private void moveForAction(Player player, Progress progress, long at) {
        Hunt newest = catalogue.inEffect(progress.hunt.id(), at).orElse(progress.hunt);
        if (newest.version() <= progress.hunt.version() || at <= progress.silentTo) {
            return;
        }
        long scoreBefore = progress.score;
        Turn turn = Turn.of(player, progress, at);
        Moments.move(turn, newest);
        announce(turn, due(player, newest.id(), at), scoreBefore);
    }

    private void announce(Turn turn, Due due, long scoreBefore) {
        Progress progress = turn.progress();
        progress.nextVersion();
        answers.expect(
                new Expected.Result(
                        due.id(),
                        turn.player().id,
                        Json.object()
                                .with("id", due.id())
                                .with("player", turn.player().id)
                                .with("hunt", due.hunt())
                                .with("code", Code.DUE.name())
                                .with("effects", turn.effects())
                                .with("score", progress.score)
                                .with("version", progress.version)
                                .with("hunt_version", progress.hunt.version())
                                .with("at", due.at())
                                .with("rules", RULES)
                                .members(),
                        scoreBefore,
                        () -> Secrets.of(progress.hunt, Optional.of(progress))));
        answers.reached(Snapshot.of(turn.player(), progress, due.at()));
    }

    private void tellPair(Player player, Action action) {
        if (action.kind().namesClue()) {
            player.in(action.hunt())
                    .map(progress -> progress.standing(action.clue()))
                    .map(standing -> new Findings.Pair(action.kind().word(), standing))
                    .ifPresent(answers::found);
        }
    }

    private void answer(Player player, LogRecord record, Action action, long at) {
        long scoreBefore = player.in(action.hunt()).map(progress -> progress.score).orElse(0L);
        List<String> hunts = List.copyOf(player.hunts.keySet());
        Reply reply = judge(player, action, at);
        Optional<Progress> progress = player.in(action.hunt());
        if (!reply.effects().isEmpty()) {
            progress.ifPresent(Progress::nextVersion);
            remember(player, action, reply.code(), record.place());
        }
        answers.expect(
                new Expected.Result(
                        record.place(),
                        player.id,
                        json(player, record, action, reply, at),
                        scoreBefore,
                        () -> secrets(player, action, at)));
        if (!reply.effects().isEmpty()) {
            progress.ifPresent(known -> answers.reached(Snapshot.of(player, known, at)));
        }
        hunts.stream()
                .filter(hunt -> player.in(hunt).isEmpty())
                .forEach(hunt -> answers.reached(Snapshot.erasure(player, hunt)));
    }

    private Secrets secrets(Player player, Action action, long at) {
        Optional<Progress> progress = player.in(action.hunt());
        return progress.map(known -> known.hunt)
                .or(() -> catalogue.inEffect(action.hunt(), at))
                .map(hunt -> Secrets.of(hunt, progress))
                .orElse(Secrets.NONE);
    }

    private Reply judge(Player player, Action action, long at) {
        Memory memory =
                action.kind().by() == ActionKind.By.OPERATOR ? player.operators : player.own;
        Optional<Memory.Entry> earlier =
                action.kind() == ActionKind.VERDICT ? Optional.empty() : memory.of(action.id());
        if (earlier.isPresent()) {
            return earlier.get().body().equals(Memory.Body.of(action))
                    ? replay(player, action, earlier.get())
                    : Reply.refused(Code.ID_REUSED);
        }
        if (action.kind() == ActionKind.FORGET) {
            return Corrections.judge(player, action, at);
        }
        Optional<Hunt> newest = catalogue.inEffect(action.hunt(), at);
        if (newest.isEmpty()) {
            return Reply.refused(Code.UNKNOWN_HUNT);
        }
        return action.kind().by() == ActionKind.By.PLAYER
                ? PlayerActions.judge(player, newest.get(), action, at)
                : Corrections.judge(player, action, at);
    }

    private static Reply replay(Player player, Action action, Memory.Entry earlier) {
        Reply reply = Reply.refused(earlier.code()).with("replay_of", earlier.place());
        Optional<Progress> progress = player.in(action.hunt());
        Optional<Clue> clue =
                action.kind().namesClue()
                        ? progress.flatMap(known -> known.hunt.clue(action.clue()))
                        : Optional.empty();
        if (clue.isPresent()) {
            Replays.tellAgain(reply, progress.get(), clue.get(), action);
        }
        return reply;
    }

    private static void remember(Player player, Action action, Code code, String place) {
        switch (action.kind().by()) {
            case PLAYER -> player.own.remember(action, code, place);
            case OPERATOR -> player.operators.remember(action, code, place);
            case TREASURY -> {}
        }
    }

    private Map<String, Object> json(
            Player player, LogRecord record, Action action, Reply reply, long at) {
        Json json =
                Json.object()
                        .with("id", record.place())
                        .with("player", player.id)
                        .with("action_id", action.id())
                        .with("kind", action.kind().word())
                        .with("member", action.member())
                        .with("client_time", action.clientTime())
                        .with("append_time", record.appendTime())
                        .with("at", at)
                        .with("rules", RULES)
                        .with("code", reply.code().name())
                        .with("effects", reply.effects())
                        .with(reply.more().members());
        if (action.kind().namesClue()) {
            json.with("clue", action.clue());
        }
        if (action.kind() != ActionKind.FORGET) {
            Optional<Progress> progress = player.in(action.hunt());
            json.with("hunt", action.hunt())
                    .with("score", progress.map(known -> known.score).orElse(0L))
                    .with("version", progress.map(known -> known.version).orElse(0L))
                    .with("hunt_version", huntVersion(progress, action, reply.code(), at));
        }
        return json.members();
    }

    private Optional<Long> huntVersion(
            Optional<Progress> progress, Action action, Code code, long at) {
        if (code == Code.UNKNOWN_HUNT || code == Code.NOT_JOINED || code == Code.ID_REUSED) {
            return Optional.empty();
        }
        return progress.map(known -> known.hunt)
                .or(() -> catalogue.inEffect(action.hunt(), at))
                .map(Hunt::version);
    }
}
