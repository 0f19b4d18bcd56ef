package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.List;

/**
 * Hunts as players play them, record by record, without end; the same for the same seed. Some play
 * much, most a little. They join, look for places on foot, guess, take hints, submit pictures, give
 * up; telephones send twice; somebody hammers; operators correct, the treasury answers; ticks make
 * time pass where it is quiet; and a little rubbish.
 *
 * <p>What a player does next depends on where he stands, or the log would be nothing but refusals.
 * His {@link Part} is a rough account of it, not the rules'. Holds players and hunts, and of the
 * log nothing but what is still to be answered.
 */
public final class GeneratedLog {
    private static final long HOUR = 3_600_000;
    private static final long SOON = 5 * 60_000;
    private static final int DRAWS = 24;
    private static final int TEXTS = 17;
    private static final int TEXTS_AGAIN = 4;

    /** Of the pauses: mostly as usual, sometimes a rush or quiet. */
    private static final List<Double> PACES = List.of(1.0, 1.0, 1.0, 0.25, 4.0);

    private final List<Hunt> hunts;
    private final Settings settings;
    private final Stage stage;
    private final Chance chance;
    private final Topic topic;
    private final Sender sender;
    private final Organiser organiser;
    private final Play play;
    private final Probes probes;
    private final Rubbish rubbish;
    private final List<Game> games;
    private final Participant[] participants;
    private final List<Session> sessions = new ArrayList<>();

    private double pace = 1;
    private int changeOfPace;
    private int hammering;
    private int hammerer;

    /** A log of these hunts, from an hour after the last of them has opened. */
    public static GeneratedLog about(List<Hunt> hunts, Settings settings) {
        long begin = hunts.stream().mapToLong(Hunt::opens).max().orElseThrow() + HOUR;
        return new GeneratedLog(hunts, settings, Mix.AS_PEOPLE_PLAY, begin);
    }

    /** A log of hunts by chance, in which everything happens that can. */
    public static GeneratedLog byChance(Settings settings) {
        List<Hunt> hunts = HuntsByChance.of(settings);
        return new GeneratedLog(hunts, settings, Mix.SO_THAT_ALL_HAPPENS, Settings.BEGIN);
    }

    private GeneratedLog(List<Hunt> hunts, Settings settings, Mix mix, long begin) {
        this.hunts = List.copyOf(hunts);
        this.settings = settings;
        chance = new Chance(settings.seed());
        stage = new Stage(chance, mix, begin);
        topic = new Topic(settings.partitions(), stage);
        sender = new Sender(stage, topic, settings.plain());
        organiser = new Organiser(stage, topic, sender);
        Blunders blunders = new Blunders(stage);
        play = new Play(stage, organiser, blunders);
        probes = new Probes(stage, sender, organiser, play, blunders);
        rubbish = new Rubbish(chance, topic, sender);
        games = Game.of(hunts, chance);
        participants = new Participant[settings.players()];
        for (int i = 0; i < settings.sessions(); i++) {
            sessions.add(sitDown());
        }
    }

    /** What it is about, every version. */
    public List<Hunt> hunts() {
        return hunts;
    }

    /** The next record; the records of a partition come in its order. */
    public RawRecord next() {
        while (topic.isEmpty()) {
            boolean something = stage.pass(pause());
            topic.tick();
            if (something) {
                stage.run();
            } else {
                play();
            }
        }
        return topic.next();
    }

    private double pause() {
        if (hammering > 0) {
            return chance.between(5.0, 60.0);
        }
        if (--changeOfPace < 0) {
            changeOfPace = stage.mix().changeOfPace(chance);
            pace = chance.pick(PACES);
        }
        double mean = stage.mix().pause(settings.sessions()) * pace;
        return -mean * StrictMath.log(1 - chance.between(0.0, 1.0));
    }

    private void play() {
        int place = hammering > 0 ? hammerer : chance.below(sessions.size());
        Session session = sessions.get(place);
        if (hammering > 0) {
            hammering--;
            sender.send(session, play.hammer(session, organiser.timeOf(session)));
        } else if (stage.does(Habit.CORRECTS)) {
            organiser.correct(session);
        } else if (stage.does(Habit.SAYS_WHAT_NOBODY_ASKED)) {
            organiser.sayWhatNobodyAsked(session);
        } else if (stage.does(Habit.GUESSES_ON_AND_ON)) {
            guessOnAndOn(session);
        } else if (stage.does(Habit.WRITES_RUBBISH)) {
            writeRubbish(session);
        } else {
            act(session);
            move(place, session);
        }
    }

    /** One text more than are remembered, at an easy pace, and then the first ones again. */
    private void guessOnAndOn(Session session) {
        List<Integer> clues = session.part().map(Part::openToEveryGuess).orElse(List.of());
        if (clues.isEmpty()) {
            return;
        }
        int clue = chance.pick(clues);
        long pause = chance.between(1_000, 2_000);
        for (int i = 0; i < TEXTS + TEXTS_AGAIN; i++) {
            String text = "guess " + i % TEXTS;
            stage.in(i * pause, () -> guess(session, clue, text));
        }
    }

    private void guess(Session session, int number, String text) {
        session.playbook(organiser.timeOf(session))
                .clue(number)
                .ifPresent(clue -> sender.send(session, Blunders.given(clue, text)));
    }

    private void writeRubbish(Session session) {
        switch (stage.mix()) {
            case AS_PEOPLE_PLAY -> rubbish.usual(session);
            case SO_THAT_ALL_HAPPENS -> rubbish.any(session);
        }
    }

    private void act(Session session) {
        if (stage.does(Habit.PROBES)) {
            probes.probe(session);
        } else {
            sender.send(session, play.next(session, organiser.timeOf(session)));
        }
        if (stage.does(Habit.IS_EXACT)) {
            beExact(session);
        }
    }

    /** Does something at the ms at which something changes, or a ms before. */
    private void beExact(Session session) {
        long now = organiser.timeOf(session);
        List<Long> moments = new ArrayList<>();
        session.part().ifPresent(part -> moments.addAll(part.moments(now)));
        Hunt hunt = session.playbook(now).hunt();
        moments.add(hunt.opens());
        hunt.effectiveFrom().ifPresent(moments::add);
        moments.removeIf(moment -> moment <= now || moment > now + SOON);
        if (!moments.isEmpty()) {
            long moment = chance.pick(moments) - (chance.likely(0.3) ? 1 : 0);
            long ahead = topic.ahead(session.player().name());
            stage.at(moment - ahead, () -> act(session));
        }
    }

    /** What becomes of a session after an action. */
    private void move(int place, Session session) {
        long now = organiser.timeOf(session);
        boolean idle = session.part().map(part -> part.isIdle(now)).orElse(true);
        if ((idle && stage.does(Habit.LEAVES_WITH_NOTHING_TO_DO)) || stage.does(Habit.LEAVES)) {
            sessions.set(place, sitDown());
        } else if (stage.does(Habit.HAMMERS)) {
            hammering = 20 + chance.below(40);
            hammerer = place;
        }
    }

    private Session sitDown() {
        for (int i = 0; i < DRAWS && !stage.does(Habit.TAKES_ANY); i++) {
            Participant player = participant(chance.skewed(participants.length));
            List<Game> playable = player.playable(games, stage.now());
            if (!playable.isEmpty()) {
                if (stage.does(Habit.JOINS_ALL_THERE_ARE)) {
                    joinAll(player);
                }
                return new Session(player, chosen(player, playable));
            }
        }
        return new Session(participant(chance.skewed(participants.length)), chance.pick(games));
    }

    /** In a while, or in one ms: then much falls due for him in one ms, too. */
    private void joinAll(Participant player) {
        long within = chance.likely(0.5) ? SOON : 0;
        for (Game game : games) {
            if (player.part(game).isEmpty()) {
                Session session = new Session(player, game);
                stage.in(chance.between(0, within), () -> join(session));
            }
        }
    }

    private void join(Session session) {
        session.player().join(session.game(), organiser.timeOf(session));
        sender.send(session, new Kind.Join());
    }

    /** Most go on with what they have begun. */
    private Game chosen(Participant player, List<Game> playable) {
        for (Game game : playable) {
            if (player.part(game).isPresent() && stage.does(Habit.GOES_ON_WITH_WHAT_HE_HAS_BEGUN)) {
                return game;
            }
        }
        return chance.pick(playable);
    }

    private Participant participant(int number) {
        if (participants[number] == null) {
            participants[number] = new Participant(number, stage.mix() == Mix.SO_THAT_ALL_HAPPENS);
        }
        return participants[number];
    }
}
