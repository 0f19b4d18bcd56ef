package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A log of {@code actions} such as a studio's players would write; the same for the same hunts and
 * settings, record by record, without end. Its memory grows with the players, not with the log.
 *
 * <p>An eighth of the players are at it at any time, each with an action every 20 s or so, 25 in a
 * row on average; a rush comes four times as fast, quiet times are four times as slow. Who sits
 * down next is drawn by rank to the power of −2/3, the finished left out as long as others are
 * found. A player goes through one hunt after the other. Of a player's steps
 *
 * <ul>
 *   <li>the first joins, but 1 in 50 tries something before;
 *   <li>5 in 100 bring nothing: clues solved or locked, hints had or unheard of, a second join, a
 *       scan of the menu; all of them, where a player has nothing left to do;
 *   <li>6 in 100 ask for a hint, 1 in 2,000 gives up;
 *   <li>the others try an open clue. Texts are right 40 times in 100; of the others 8 in 100 are
 *       the same again, 15 in 100 near misses. Codes are right 75 times in 100. Who must go
 *       somewhere walks there, a position with every step, and 6 in 100 say too soon that they are
 *       there; of those who are, 12 in 100 have no sure fix; 3 positions in 1,000 are invented.
 *       Photographs are looked at within the hour, 3 in 4 accepted.
 * </ul>
 *
 * <p>Besides, 2.5 actions in 100 come once more with the same id, and 1 in 2,000 ids is used for
 * something else; after 1 action in 1,000 its player hammers the button for 20 to 60 more; 4 in
 * 1,000 are operators' corrections (mostly of points; attempts given back, clues marked solved, a
 * disqualification, a player forgotten); 1 in 1,000 names a hunt that nobody knows, and 1 in 1,000
 * is no action or stands in a wrong partition. Verdicts answer claims within a second, granted
 * until the stock is gone. Partitions that are quiet for a second get their tick; brokers' clocks
 * differ.
 *
 * <p>What players know of their progress is a rough account of it, not the core's. Each hunt has
 * one version, open all the time. The command {@code shares} counts what comes of it.
 */
public final class RealisticLog {
    private static final long HOUR = 3_600_000;
    private static final int PLAYERS_PER_SESSION = 8;
    private static final double PAUSE = 20_000;
    private static final int DRAWS = 24;

    /** Of the pauses: mostly as usual, sometimes a rush or quiet. */
    private static final List<Double> PACES = List.of(1.0, 1.0, 1.0, 0.25, 4.0);

    private static final double LEAVES = 1.0 / 25;
    private static final double SENDS_AGAIN = 0.025;
    private static final double HAMMERS = 0.001;
    private static final double CORRECTS = 0.004;
    private static final double NO_SUCH_HUNT = 0.001;
    private static final double REUSES_AN_ID = 0.0005;
    private static final double RUBBISH = 0.001;

    private final Chance chance;
    private final Topic topic;
    private final Organiser organiser;
    private final Play play;
    private final List<Playbook> playbooks;
    private final Participant[] participants;
    private final List<Session> sessions = new ArrayList<>();
    private double now;

    private double pace = 1;
    private int changeOfPace;
    private int hammering;
    private int hammerer;

    /**
     * What a log depends on beside its hunts.
     *
     * @param players how many there are in all; 50 actions and more a player keep the mix until
     *     most are through with every hunt, at some hundred
     */
    public record Settings(long seed, int players, int partitions) {}

    /** A log of these hunts, from an hour after the last of them has opened. */
    public RealisticLog(List<Hunt> hunts, Settings settings) {
        chance = new Chance(settings.seed());
        now = hunts.stream().mapToLong(Hunt::opens).max().orElseThrow() + HOUR;
        topic = new Topic(settings.partitions(), now());
        organiser = new Organiser(chance);
        play = new Play(chance, organiser);
        playbooks = hunts.stream().map(hunt -> new Playbook(hunt, chance)).toList();
        participants = new Participant[settings.players()];
        for (int i = 0; i <= settings.players() / PLAYERS_PER_SESSION; i++) {
            sessions.add(sitDown());
        }
    }

    /** The next record; the records of a partition come in its order. */
    public RawRecord next() {
        while (topic.isEmpty()) {
            now += pause();
            topic.tick(now());
            organiser.due(now()).ifPresentOrElse(action -> topic.append(action, now()), this::play);
        }
        return topic.next();
    }

    private long now() {
        return (long) now;
    }

    private double pause() {
        if (hammering > 0) {
            return chance.between(5.0, 60.0);
        }
        if (--changeOfPace < 0) {
            changeOfPace = 5_000 + chance.below(20_000);
            pace = chance.pick(PACES);
        }
        double mean = PAUSE / sessions.size() * pace;
        return -mean * StrictMath.log(1 - chance.between(0.0, 1.0));
    }

    private void play() {
        int place = hammering > 0 ? hammerer : chance.below(sessions.size());
        Session session = sessions.get(place);
        if (hammering > 0) {
            hammering--;
            append(session, play.hammer(session));
        } else if (chance.likely(CORRECTS)) {
            topic.append(organiser.correct(session, now()), now());
        } else if (chance.likely(RUBBISH)) {
            rubbish(session);
        } else {
            append(session, play.next(session, now()));
            move(place, session);
        }
    }

    /** What becomes of a session after an action. */
    private void move(int place, Session session) {
        boolean idle = session.part().map(Part::isIdle).orElse(false);
        if (idle || chance.likely(LEAVES)) {
            sessions.set(place, sitDown());
        } else if (chance.likely(HAMMERS)) {
            hammering = 20 + chance.below(40);
            hammerer = place;
        }
    }

    private void append(Session session, Kind kind) {
        String hunt = chance.likely(NO_SUCH_HUNT) ? "no-such-hunt" : session.playbook().hunt().id();
        Action action = action(session, chance.id(), hunt, kind);
        topic.append(action, now());
        if (chance.likely(SENDS_AGAIN)) {
            organiser.again(action, now());
        } else if (chance.likely(REUSES_AN_ID)) {
            Kind other = new Kind.Answer("no-such-clue", "another");
            organiser.again(action(session, action.actionId(), hunt, other), now());
        }
    }

    private Action action(Session session, String id, String hunt, Kind kind) {
        return new Action(
                id,
                session.player().name(),
                hunt,
                session.player().member(chance),
                chance.likely(0.8)
                        ? OptionalLong.of(now() - chance.between(20, 400))
                        : OptionalLong.empty(),
                Optional.empty(),
                kind);
    }

    private void rubbish(Session session) {
        Action action = action(session, chance.id(), "anywhere", new Kind.Join());
        String player = session.player().name();
        switch (chance.below(3)) {
            case 0 -> topic.append(player, "{\"action_id\":\"" + chance.id(), now());
            case 1 -> topic.append(player, unsealed(player), now());
            default -> topic.misplace(action, now());
        }
    }

    private String unsealed(String player) {
        return """
        {"action_id":"%s","player":"%s","hunt":"%s","operator":"me","adjust":{"points":1000,"reason":"please"}}"""
                .formatted(chance.id(), player, chance.pick(playbooks).hunt().id());
    }

    private Session sitDown() {
        for (int i = 0; i < DRAWS; i++) {
            Participant player = participant(chance.skewed(participants.length));
            List<Playbook> playable = player.playable(playbooks, now());
            if (!playable.isEmpty()) {
                return new Session(player, chosen(player, playable));
            }
        }
        return new Session(participant(chance.below(participants.length)), chance.pick(playbooks));
    }

    /** Most go on with what they have begun. */
    private Playbook chosen(Participant player, List<Playbook> playable) {
        for (Playbook playbook : playable) {
            if (player.part(playbook).isPresent() && chance.likely(0.8)) {
                return playbook;
            }
        }
        return chance.pick(playable);
    }

    private Participant participant(int number) {
        if (participants[number] == null) {
            participants[number] = new Participant(number);
        }
        return participants[number];
    }
}
