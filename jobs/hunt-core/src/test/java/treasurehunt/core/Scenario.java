package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
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
import java.util.function.UnaryOperator;

/**
 * What happens to players, action by action: the first at the opening, each a second after the one
 * before it, of {@code ann}, in the first hunt, under a new id, unless the draft says otherwise.
 */
public final class Scenario {
    private final Map<String, HuntVersions> hunts = new HashMap<>();
    private final Map<String, Player> players = new HashMap<>();
    private final List<Result> results = new ArrayList<>();
    private final String firstHunt;
    private int offset;
    private long now = Hunts.OPENS - 1000;
    private Player before = Player.NEW;
    private Player after = Player.NEW;
    private LoggedAction action;
    private Decision decision = new Decision(Player.NEW, List.of(), List.of());
    private UnaryOperator<Catalogue> looking = UnaryOperator.identity();
    private boolean mayFail;

    private Scenario(String firstHunt) {
        this.firstHunt = firstHunt;
    }

    /** These are in effect from their own effective-from, or from the beginning. */
    public static Scenario of(Hunt... hunts) {
        Scenario scenario = new Scenario(hunts[0].id());
        for (Hunt hunt : hunts) {
            scenario.published(hunt, hunt.effectiveFrom().orElse(Long.MIN_VALUE));
        }
        return scenario;
    }

    /** A hunt, or a newer version of one, that is in effect from the next ms on. */
    public Scenario published(Hunt hunt) {
        return published(hunt, now + 1);
    }

    /** A hunt, or a newer version of one, that is in effect from this time on, ms UTC. */
    public Scenario published(Hunt hunt, long effectiveAt) {
        HuntVersions versions = hunts.getOrDefault(hunt.id(), HuntVersions.NONE);
        hunts.put(hunt.id(), versions.with(new PlayableHunt(hunt), effectiveAt));
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

    /**
     * Time passes for {@code ann} while she does nothing, as a timer or the end of a replay sees
     * it: what is due before this time, ms UTC, is announced.
     */
    public Scenario silentUntil(long time) {
        now = Math.max(now, time - 1);
        before = players.getOrDefault("ann", Player.NEW);
        decided("ann", HuntDecider.announce(hunts(), "ann", before, time));
        return this;
    }

    private void happens(Draft draft) {
        long at = draft.time().applyAsLong(now);
        assertThat(at).as("time never runs backwards").isGreaterThanOrEqualTo(now);
        now = at;
        Action asked =
                new Action(
                        draft.actionId().orElse("action-" + offset),
                        draft.player().orElse("ann"),
                        draft.kind() instanceof Kind.Forget ? "" : draft.hunt().orElse(firstHunt),
                        draft.member(),
                        draft.clientTime(),
                        draft.kind() instanceof Kind.ByOperator
                                ? Optional.of(draft.operator().orElse("olga"))
                                : Optional.empty(),
                        draft.kind());
        action = new LoggedAction(0, offset++, now, now, asked);
        Player whole = players.getOrDefault(action.player(), Player.NEW);
        // No more than the decision says it needs.
        before = whole.only(HuntDecider.needs(whole.head(), action));
        decided(action.player(), HuntDecider.decide(hunts(), before, action));
    }

    private void decided(String player, Decision made) {
        assertThat(made.defects()).allMatch(defect -> mayFail);
        decision = made;
        after = made.player();
        Player whole = players.getOrDefault(player, Player.NEW);
        players.put(player, whole.changed(before, after));
        results.addAll(made.results());
    }

    public Catalogue hunts() {
        return looking.apply(id -> hunts.getOrDefault(id, HuntVersions.NONE));
    }

    /** From now on the rules look hunts up in what this makes of the catalogue, and may fail. */
    public Scenario through(UnaryOperator<Catalogue> stub) {
        looking = stub;
        mayFail = true;
        return this;
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

    /** All that is kept of a player. */
    public Player player(String name) {
        return players.getOrDefault(name, Player.NEW);
    }

    /** What the last action, or the last silence, announced. */
    public List<Result> announced() {
        return decision.results().stream().filter(result -> result.code() == Code.DUE).toList();
    }

    /** The last action, or the last silence, announced these, by id, in this order. */
    public Scenario announces(String... ids) {
        assertThat(announced()).extracting(Result::id).containsExactly(ids);
        return this;
    }

    /** The only announcement of the last action has these types of effects, in this order. */
    public Scenario announces(EffectType... types) {
        assertThat(announced()).hasSize(1);
        assertThat(EffectType.of(announced().get(0).effects())).containsExactly(types);
        return this;
    }

    /** Of several announcements of the last action the one with this index has these effects. */
    public Scenario announces(int index, EffectType... types) {
        assertThat(EffectType.of(announced().get(index).effects())).containsExactly(types);
        return this;
    }

    /** The last action, or the last silence, announced nothing. */
    public Scenario announcesNothing() {
        assertThat(announced()).isEmpty();
        return this;
    }

    /** The due moments that failed in the last action, or the last silence. */
    public List<Defect> defects() {
        return decision.defects();
    }

    /** Something falls due next for the player of the last action in this hunt, ms UTC. */
    public Scenario nextDue(String hunt, long moment) {
        assertThat(after.head().enrolments().get(hunt).nextDue()).isEqualTo(moment);
        return this;
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

    /** Claims these treasures, in this order, and no others. */
    public Scenario claims(String... treasures) {
        assertThat(only(Effect.Claimed.class))
                .map(Effect.Claimed::treasure)
                .containsExactly(treasures);
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

    public Scenario noRetryAfter() {
        assertThat(result().retryAfter()).isEmpty();
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
