package treasurehunt.benchmarks.workload;

import java.util.Optional;

/** A player at one hunt for a while. */
final class Session {
    private final Participant player;
    private final Playbook playbook;

    /** The clue he is busy with; -1 if with none. */
    private int clue = -1;

    private Optional<String> lastWrong = Optional.empty();

    Session(Participant player, Playbook playbook) {
        this.player = player;
        this.playbook = playbook;
    }

    Participant player() {
        return player;
    }

    Playbook playbook() {
        return playbook;
    }

    Optional<Part> part() {
        return player.part(playbook);
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
