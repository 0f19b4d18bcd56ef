package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What happens to players, action by action: the first at the opening, each a second after the one
 * before it, from {@code ann}, in the first hunt, under a new id, unless the draft says otherwise.
 */
public final class Scenario {
    private final Map<String, PlayableHunt> hunts = new HashMap<>();
    private final Map<String, Player> players = new HashMap<>();
    private final List<Result> results = new ArrayList<>();
    private final String firstHunt;
    private long now = Hunts.OPENS - 1000;
    private Player before = Player.NEW;
    private Player after = Player.NEW;
    private LoggedAction action;

    private Scenario(String firstHunt) {
        this.firstHunt = firstHunt;
    }

    public static Scenario of(Hunt... hunts) {
        Scenario scenario = new Scenario(hunts[0].id());
        Arrays.stream(hunts).forEach(scenario::published);
        return scenario;
    }

    /** From here on this is the hunt of its id. */
    public Scenario published(Hunt hunt) {
        hunts.put(hunt.id(), new PlayableHunt(hunt));
        return this;
    }

    /** From here on no version of this hunt is in effect. */
    public Scenario withdrawn(String hunt) {
        hunts.remove(hunt);
        return this;
    }

    /** What has happened: each of these must have had effects. */
    public Scenario given(Draft... drafts) {
        for (Draft draft : drafts) {
            happens(draft);
            assertThat(result().effects()).as("effects of the given %s", result()).isNotEmpty();
        }
        return this;
    }

    public Scenario when(Draft... drafts) {
        Arrays.stream(drafts).forEach(this::happens);
        return this;
    }

    private void happens(Draft draft) {
        long at = draft.time().applyAsLong(now);
        assertThat(at).as("time never runs backwards").isGreaterThanOrEqualTo(now);
        now = at;
        int offset = results.size();
        Action asked =
                new Action(
                        draft.actionId().orElse("action-" + offset),
                        draft.player().orElse("ann"),
                        draft.hunt().orElse(firstHunt),
                        draft.member(),
                        draft.clientTime(),
                        draft.kind());
        action = new LoggedAction(0, offset, now, now, asked);
        before = load(action);
        Decision decision = HuntDecider.decide(hunts(), before, action);
        after = decision.player();
        keep(after);
        results.addAll(decision.results());
    }

    /** The player with no more than the decision says it needs. */
    private Player load(LoggedAction action) {
        Player player = players.getOrDefault(action.player(), Player.NEW);
        Map<String, HuntState> needed = new HashMap<>(player.hunts());
        needed.keySet().retainAll(HuntDecider.needs(action));
        return new Player(player.head(), needed);
    }

    private void keep(Player player) {
        Map<String, HuntState> all =
                new HashMap<>(players.getOrDefault(action.player(), Player.NEW).hunts());
        all.putAll(player.hunts());
        players.put(action.player(), new Player(player.head(), all));
    }

    public Catalogue hunts() {
        return id -> Optional.ofNullable(hunts.get(id));
    }

    public LoggedAction action() {
        return action;
    }

    /** The player as the last action found him. */
    public Player before() {
        return before;
    }

    /** The player as the last action left him. */
    public Player after() {
        return after;
    }

    /** What is kept of the player in the hunt of the last action. */
    public HuntState state() {
        return after.hunt(action.hunt()).orElseThrow();
    }

    public List<Result> results() {
        return results;
    }

    /** The last result. */
    public Result result() {
        return results.get(results.size() - 1);
    }

    public Scenario then(Code code) {
        assertThat(result().code()).as("%s", result()).isEqualTo(code);
        return this;
    }

    /** These types of effects, in this order, and no others. */
    public Scenario effects(EffectType... types) {
        assertThat(EffectType.of(result().effects())).containsExactly(types);
        return this;
    }

    /** These effects, in this order, and no others. */
    public Scenario exactly(Effect... effects) {
        assertThat(result().effects()).containsExactly(effects);
        return this;
    }

    /** Unlocks these clues, in this order, and no others. */
    public Scenario unlocks(String... clues) {
        assertThat(only(Effect.ClueUnlocked.class))
                .map(Effect.ClueUnlocked::clue)
                .containsExactly(clues);
        return this;
    }

    /** Changes the ledger by exactly this. */
    public Scenario points(long... changes) {
        assertThat(only(Effect.Points.class).stream().mapToLong(Effect.Points::points))
                .containsExactly(Arrays.stream(changes).boxed().toArray(Long[]::new));
        return this;
    }

    private <T extends Effect> List<T> only(Class<T> type) {
        return result().effects().stream().filter(type::isInstance).map(type::cast).toList();
    }

    public Scenario score(long score) {
        assertThat(result().score()).isEqualTo(score);
        return this;
    }

    public Scenario version(long version) {
        assertThat(result().version()).isEqualTo(version);
        return this;
    }

    public Scenario retryAfter(long ms) {
        assertThat(result().retryAfter()).isEqualTo(OptionalLong.of(ms));
        return this;
    }

    public Scenario attemptsLeft(long left) {
        assertThat(result().attemptsLeft()).isEqualTo(OptionalLong.of(left));
        return this;
    }

    public Scenario noAttemptsLeft() {
        assertThat(result().attemptsLeft()).isEmpty();
        return this;
    }

    public Scenario text(String text) {
        assertThat(result().text()).contains(text);
        return this;
    }

    public Scenario noText() {
        assertThat(result().text()).isEmpty();
        return this;
    }

    /** Repeats the result of this id. */
    public Scenario replayOf(String result) {
        assertThat(result().replayOf()).contains(result);
        return this;
    }

    /** Was judged as something new. */
    public Scenario noReplay() {
        assertThat(result().replayOf()).isEmpty();
        return this;
    }

    public Scenario huntVersion(long version) {
        assertThat(result().huntVersion()).isEqualTo(OptionalLong.of(version));
        return this;
    }

    public Scenario noHuntVersion() {
        assertThat(result().huntVersion()).isEmpty();
        return this;
    }

    /** Attempts of the player at a clue so far. */
    public Scenario attempts(String clue, long used) {
        assertThat(state().progress().clue(clue).attempts()).isEqualTo(used);
        return this;
    }

    /** Thousandths of a token left in the player's bucket. */
    public Scenario thousandths(long left) {
        assertThat(state().bucket().thousandths()).isEqualTo(left);
        return this;
    }

    /** The last action leaves the very same player behind that it found. */
    public Scenario changesNothing() {
        assertThat(after).isSameAs(before);
        return this;
    }
}
