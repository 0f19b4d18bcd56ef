package treasurehunt.core.judge;

import treasurehunt.core.Rules;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What time brings to a player's hunts: due moments, and the moves to newer versions. */
final class Announcements {
    private final Catalogue hunts;
    private final String name;

    private Player player;
    private final List<Result> results = new ArrayList<>(1);
    private final List<Defect> defects = new ArrayList<>(0);

    private Announcements(Catalogue hunts, String name, Player player) {
        this.hunts = hunts;
        this.name = name;
        this.player = player;
    }

    /** Brings all hunts that the player comes with forward to {@code at}, ms UTC. */
    static Decision upTo(Catalogue hunts, String name, Player player, long at) {
        Optional<String> due = earliest(player, at);
        if (due.isEmpty()) {
            return Decision.unchanged(player);
        }
        Announcements announcements = new Announcements(hunts, name, player);
        while (due.isPresent()) {
            announcements.announceNextOf(due.get());
            due = earliest(announcements.player, at);
        }
        return announcements.decision();
    }

    /**
     * Moves the player to the version of a hunt that is in effect at {@code at}, if he takes part
     * and is on an older one.
     */
    static Decision move(Catalogue hunts, String name, Player player, String hunt, long at) {
        Optional<HuntState> state = player.hunt(hunt);
        if (state.isEmpty()) {
            return Decision.unchanged(player);
        }
        Optional<PlayableHunt> newest = hunts.find(hunt).inEffect(at);
        int on = state.get().progress().huntVersion();
        // The answer to a moment that failed has been given.
        boolean answered = at <= state.get().failedAt();
        if (answered || newest.isEmpty() || newest.get().version() == on) {
            return Decision.unchanged(player);
        }
        Announcements announcements = new Announcements(hunts, name, player);
        announcements.announce(hunt, at);
        return announcements.decision();
    }

    private Decision decision() {
        return new Decision(player, results, defects);
    }

    /** The hunt in which something falls due first, of several at one moment the first by id. */
    private static Optional<String> earliest(Player player, long at) {
        if (player.head().nextDue() > at) {
            return Optional.empty();
        }
        String first = "";
        long moment = Enrolment.NEVER;
        for (Map.Entry<String, Enrolment> hunt : player.head().enrolments().entrySet()) {
            long due = hunt.getValue().nextDue();
            boolean sooner = due < moment || (due == moment && hunt.getKey().compareTo(first) < 0);
            if (due <= at && sooner) {
                first = hunt.getKey();
                moment = due;
            }
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    /** A defect of the rules silences this one moment; later ones go on. */
    private void announceNextOf(String hunt) {
        long moment = player.head().enrolments().get(hunt).nextDue();
        try {
            announce(hunt, moment);
        } catch (RuntimeException e) {
            defects.add(new Defect(id(hunt, moment), name, hunt, moment, e));
            player = silenced(hunt, moment);
        }
    }

    private Player silenced(String hunt, long moment) {
        HuntState silenced = player.hunts().get(hunt).failedAt(moment);
        try {
            PlayableHunt on = hunts.find(hunt).version(silenced.progress().huntVersion());
            return Aftermath.keep(player, on, silenced);
        } catch (RuntimeException e) {
            // Nobody can say what comes next here: it must not come back with every action.
            Enrolment enrolment = player.head().enrolments().get(hunt);
            return player.with(hunt, silenced, enrolment.withNothingDue());
        }
    }

    private void announce(String hunt, long moment) {
        HuntState state = player.hunts().get(hunt);
        HuntVersions versions = hunts.find(hunt);
        int on = state.progress().huntVersion();
        PlayableHunt judging = versions.inEffect(moment).orElseGet(() -> versions.version(on));
        Evolution evolution = new Evolution(state.progress(), moment);
        if (judging.version() != on) {
            evolution.add(new Effect.Moved(judging.version()));
        }
        DueMoments.add(judging, state, evolution);
        if (evolution.effects().isEmpty()) {
            throw new IllegalStateException("a due moment that brings nothing");
        }
        player = Aftermath.keep(player, judging, state, evolution);
        results.add(result(hunt, judging, evolution.progress(), evolution.effects(), moment));
    }

    private Result result(
            String hunt,
            PlayableHunt judging,
            Progress progress,
            List<Effect> effects,
            long moment) {
        return new Result(
                id(hunt, moment),
                name,
                hunt,
                Code.DUE,
                effects,
                progress.score(),
                progress.version(),
                moment,
                Rules.NUMBER,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(judging.version()));
    }

    private String id(String hunt, long moment) {
        return name + ":" + hunt + ":" + moment;
    }
}
