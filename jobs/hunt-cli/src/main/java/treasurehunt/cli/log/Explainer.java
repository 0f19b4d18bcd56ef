package treasurehunt.cli.log;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.log.explain.Account;
import treasurehunt.cli.log.explain.InJson;
import treasurehunt.cli.log.explain.InWords;
import treasurehunt.cli.log.explain.Ripe;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Replays a log up to what an id stands for, and tells how that was decided. */
final class Explainer {
    /** Announcements of the player that are named when the one sought is not there. */
    private static final int MOST_NAMED = 10;

    private final Catalogue hunts;
    private final Intake intake;
    private final BiConsumer<String, RuntimeException> onDefect;
    private final Replay replay;
    private final Sought sought;
    private final Contents contents = new Contents();
    private final List<String> others = new ArrayList<>();

    Explainer(
            Catalogue hunts,
            Intake intake,
            Sought sought,
            BiConsumer<String, RuntimeException> onDefect) {
        this.hunts = hunts;
        this.intake = intake;
        this.onDefect = onDefect;
        // What the rules fail at on the way is another id's matter.
        replay = new Replay(hunts, intake, this::ifSought);
        this.sought = sought;
    }

    /** The hunts of a folder, each version in effect from its own time, or from the beginning. */
    static Catalogue catalogue(Path hunts, Keys keys) throws CommandFailedException, IOException {
        Map<String, HuntVersions> versions = new HashMap<>();
        for (HuntFile file : HuntFile.readFolder(hunts, keys)) {
            PlayableHunt hunt = new PlayableHunt(file.hunt());
            versions.compute(
                    file.hunt().id(),
                    (id, known) -> (known == null ? HuntVersions.NONE : known).with(hunt));
        }
        return id -> versions.getOrDefault(id, HuntVersions.NONE);
    }

    /**
     * How what is sought in a recorded log was decided, for people or as JSON.
     *
     * @param called how the log is called where it does not hold that
     */
    String explain(Path actions, String called, boolean inJson, Pace pace)
            throws CommandFailedException, IOException {
        Account account =
                find(actions, pace)
                        .orElseThrow(() -> new CommandFailedException(called + " " + notFound()));
        return inJson
                ? new String(InJson.of(account), StandardCharsets.UTF_8)
                : InWords.of(account);
    }

    private Optional<Account> find(Path actions, Pace pace)
            throws CommandFailedException, IOException {
        try (LogFile log = LogFile.open(actions)) {
            for (Optional<RawRecord> record = log.next(); record.isPresent(); record = log.next()) {
                Optional<Account> account = next(record.get());
                if (account.isPresent()) {
                    return account;
                }
                pace.step();
            }
            return end();
        } finally {
            pace.end();
        }
    }

    private void ifSought(String id, RuntimeException failure) {
        if (id.equals(sought.id())) {
            onDefect.accept(id, failure);
        }
    }

    /** Reads the log's next record; an account, if it is what is sought or brings it. */
    Optional<Account> next(RawRecord record) {
        contents.add(record);
        if (sought instanceof Sought.Moment moment) {
            Player before = replay.player(moment.player());
            long at = replay.timeOf(record);
            String id = record.partition() + ":" + record.offset();
            return among(
                    replay.answer(record), moment, before, new Ripe.Occasion(Optional.of(id), at));
        }
        if (sought.equals(new Sought.Place(record.partition(), record.offset()))) {
            return Optional.of(explain(record));
        }
        replay.answer(record);
        return Optional.empty();
    }

    /** Says that the log is at its end; an account, if that brings what is sought. */
    Optional<Account> end() {
        if (!(sought instanceof Sought.Moment moment)) {
            return Optional.empty();
        }
        Player before = replay.player(moment.player());
        List<Answer> still = new ArrayList<>();
        replay.finish(still::add);
        return among(
                still,
                moment,
                before,
                new Ripe.Occasion(Optional.empty(), replay.end().orElse(Long.MIN_VALUE)));
    }

    private Account explain(RawRecord record) {
        long at = replay.timeOf(record);
        if (record.tick()) {
            return new Account.Tick(record, at);
        }
        try {
            return explain(intake.admit(record, at));
        } catch (RejectedException e) {
            return new Account.Refused(record, at, e);
        }
    }

    private Account explain(LoggedAction action) throws RejectedException {
        Player whole = replay.player(action.player());
        try {
            Player part = whole.only(HuntDecider.needs(whole.head(), action));
            return new Account.Judged(action, HuntDecider.explain(hunts, part, action));
        } catch (RuntimeException e) {
            onDefect.accept(action.id(), e);
            throw RejectedException.defect(action);
        }
    }

    private Optional<Account> among(
            List<Answer> answers, Sought.Moment moment, Player before, Ripe.Occasion occasion) {
        for (Answer answer : answers) {
            if (answer.id().equals(moment.id())) {
                Ripe ripe =
                        Ripe.of(
                                hunts,
                                moment.player(),
                                moment.hunt(),
                                moment.at(),
                                before,
                                occasion);
                return Optional.of(
                        answer instanceof Answer.Decided decided
                                ? new Account.Announced(ripe, decided.result())
                                : new Account.Failed(ripe));
            }
            remember(answer, moment);
        }
        return Optional.empty();
    }

    private void remember(Answer answer, Sought.Moment moment) {
        if (others.size() <= MOST_NAMED
                && answer.id().startsWith(moment.player() + ":")
                && answer instanceof Answer.Decided decided
                && decided.isAnnouncement()
                && decided.result().player().equals(moment.player())) {
            others.add(answer.id());
        }
    }

    /** Why there is no account: what the log has instead. */
    String notFound() {
        String what =
                sought instanceof Sought.Moment moment
                        ? "brings no announcement " + sought.id() + ". " + announcementsOf(moment)
                        : "holds no record " + sought.id() + ". ";
        return what + contents.inWords();
    }

    private String announcementsOf(Sought.Moment moment) {
        if (others.isEmpty()) {
            return "It brings none to " + moment.player() + ". ";
        }
        boolean more = others.size() > MOST_NAMED;
        List<String> named = more ? others.subList(0, MOST_NAMED) : others;
        return "To "
                + moment.player()
                + " it brings "
                + String.join(", ", named)
                + (more ? " and more. " : ". ");
    }
}
