package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends actions: once, or again, or something else by the same id. */
final class Sender {
    private static final long SECOND = 1000;
    private static final int SHORT_IDS = 40;
    private static final List<String> OPERATORS = List.of("maria", "jonas", "ines");
    private static final List<Long> CLIENT_TIMES =
            List.of(0L, -1L, 1_000_000_000_000_000L, -1_000_000_000_000_000L);

    private final Stage stage;
    private final Topic topic;
    private final boolean plain;

    /**
     * Sends to a topic.
     *
     * @param plain whether to leave out what needs a seal
     */
    Sender(Stage stage, Topic topic, boolean plain) {
        this.stage = stage;
        this.topic = topic;
        this.plain = plain;
    }

    /** Whether operators and treasury have a seal. */
    boolean isSealing() {
        return !plain;
    }

    /** A player asks for something, now. */
    void send(Session session, Kind kind) {
        Chance chance = stage.chance();
        Participant player = session.player();
        String hunt =
                stage.does(Habit.NAMES_NO_HUNT) ? chance.pick(Strange.NAMES) : session.game().id();
        Action action = action(player, id(), hunt, Optional.empty(), kind);
        topic.append(action);
        repeat(player, action);
        if (stage.does(Habit.SENDS_AGAIN_MUCH_LATER)) {
            player.kept().ifPresent(topic::append);
            player.keep(action);
        }
    }

    /** The treasury says something to a player, now. */
    void say(Session session, Kind.Verdict verdict) {
        if (isSealing()) {
            Action action = action(session, Optional.empty(), verdict);
            topic.append(action);
            if (stage.does(Habit.SAYS_IT_TWICE)) {
                again(action);
            }
        }
    }

    /** An operator corrects something, now. */
    void correct(Session session, Kind kind) {
        if (isSealing()) {
            String operator = stage.chance().pick(OPERATORS);
            Action action = action(session, Optional.of(operator), kind);
            topic.append(action);
            repeat(session.player(), action);
        }
    }

    /** An action that nobody has sent yet. */
    Action action(Session session, Optional<String> operator, Kind kind) {
        String hunt = kind instanceof Kind.Forget ? "" : session.game().id();
        return action(session.player(), id(), hunt, operator, kind);
    }

    private void repeat(Participant player, Action action) {
        if (stage.does(Habit.SENDS_AGAIN)) {
            again(action);
        } else if (stage.does(Habit.REUSES_AN_ID)) {
            Kind other =
                    action.kind() instanceof Kind.ByOperator
                            ? new Kind.Adjust(1, "another")
                            : new Kind.Answer("no-such-clue", "another");
            String hunt = action.hunt().isEmpty() ? "no-such-hunt" : action.hunt();
            again(action(player, action.actionId(), hunt, action.operator(), other));
        }
    }

    /** Some time from now, and perhaps by another telephone or another operator. */
    private void again(Action action) {
        Chance chance = stage.chance();
        Action retry =
                stage.does(Habit.SENDS_AGAIN_BY_ANOTHER)
                        ? new Action(
                                action.actionId(),
                                action.player(),
                                action.hunt(),
                                Optional.of("member-" + chance.below(4)),
                                clientTime(),
                                action.operator().map(one -> chance.pick(OPERATORS)),
                                action.kind())
                        : action;
        stage.in(chance.between(200, 4 * SECOND), () -> topic.append(retry));
    }

    private String id() {
        Chance chance = stage.chance();
        boolean shortOne = stage.mix() == Mix.SO_THAT_ALL_HAPPENS && chance.likely(0.01);
        return shortOne ? "A._:-" + chance.below(SHORT_IDS) : chance.id();
    }

    private Action action(
            Participant player, String id, String hunt, Optional<String> operator, Kind kind) {
        Chance chance = stage.chance();
        boolean byPlayer = kind instanceof Kind.ByPlayer;
        return new Action(
                id,
                player.name(),
                hunt,
                byPlayer ? player.member(chance) : Optional.empty(),
                byPlayer ? clientTime() : OptionalLong.empty(),
                operator,
                kind);
    }

    private OptionalLong clientTime() {
        Chance chance = stage.chance();
        if (stage.mix() == Mix.SO_THAT_ALL_HAPPENS && chance.likely(0.02)) {
            return OptionalLong.of(chance.pick(CLIENT_TIMES));
        }
        return chance.maybeNumber(0.8, () -> stage.now() - chance.between(20, 400));
    }
}
