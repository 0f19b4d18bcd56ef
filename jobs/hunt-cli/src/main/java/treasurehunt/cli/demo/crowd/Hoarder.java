package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody who joins every hunt there is until he is told that it is too many, sees time run out in
 * one of them, and then plays the others.
 */
final class Hoarder implements Participant {
    private static final long JOINS_MILLIS = 300;
    private static final long THINKS_MILLIS = 1_500;
    private static final String SHRUG = "is anybody there?";

    private final String name;
    private final String oneTooMany;
    private final Requests requests;
    private int joined;
    private int played = 1;
    private boolean isTimeUp;
    private boolean hasAsked;

    Hoarder(String name, String oneTooMany, RandomGenerator random) {
        this.name = name;
        this.oneTooMany = oneTooMany;
        requests = new Requests(name, List.of(), random);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isFree() {
        return !isOver() && requests.awaited() == 0;
    }

    @Override
    public boolean isOver() {
        return isTimeUp && played == SideHunts.DOORS;
    }

    @Override
    public boolean awaits(String actionId) {
        return requests.awaits(actionId);
    }

    @Override
    public boolean hurries() {
        return false;
    }

    @Override
    public long thinks() {
        return joined <= SideHunts.DOORS ? JOINS_MILLIS : THINKS_MILLIS;
    }

    @Override
    public Action next(long now) {
        if (joined < SideHunts.DOORS) {
            return requests.of(SideHunts.door(++joined), new Kind.Join());
        }
        if (joined == SideHunts.DOORS) {
            joined++;
            return requests.of(oneTooMany, new Kind.Join());
        }
        if (!isTimeUp) {
            return requests.of(SideHunts.hasty(), answer(SHRUG));
        }
        String door = SideHunts.door(played + 1);
        if (!hasAsked) {
            hasAsked = true;
            return requests.of(door, new Kind.Hint(SideHunts.ONLY_CLUE, SideHunts.DEAR_HINT));
        }
        played++;
        return requests.of(
                door,
                door.equals(SideHunts.reviewed())
                        ? new Kind.SubmitForReview(SideHunts.ONLY_CLUE, "a photo of the door")
                        : answer("" + played));
    }

    private static Kind answer(String text) {
        return new Kind.Answer(SideHunts.ONLY_CLUE, text);
    }

    @Override
    public void saw(Result result) {
        result.asked().ifPresent(asked -> requests.answered(asked.actionId()));
        if (result.hunt().equals(SideHunts.hasty())) {
            isTimeUp |= result.code() == Code.TIME_UP;
        }
    }

    @Override
    public void lost(String actionId) {
        requests.answered(actionId);
    }
}
