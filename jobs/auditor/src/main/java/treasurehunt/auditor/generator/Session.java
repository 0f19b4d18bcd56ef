package treasurehunt.auditor.generator;

import java.util.Optional;

/** A player at one hunt for a while. */
final class Session {
    private final Participant player;
    private final Game game;

    /** The clue he is busy with; -1 if with none. */
    private int clue = -1;

    private Optional<String> lastWrong = Optional.empty();

    Session(Participant player, Game game) {
        this.player = player;
        this.game = game;
    }

    Participant player() {
        return player;
    }

    Game game() {
        return game;
    }

    Optional<Part> part() {
        return player.part(game);
    }

    /** The version that he sees now, ms UTC. */
    Playbook playbook(long now) {
        return part().map(Part::version).orElseGet(() -> game.seen(now));
    }

    int clue() {
        return clue;
    }

    void turnTo(int other) {
        if (other != clue) {
            clue = other;
            lastWrong = Optional.empty();
        }
    }

    /** What he gave last for the clue in vain. */
    Optional<String> lastWrong() {
        return lastWrong;
    }

    void gave(String wrong) {
        lastWrong = Optional.of(wrong);
    }
}
