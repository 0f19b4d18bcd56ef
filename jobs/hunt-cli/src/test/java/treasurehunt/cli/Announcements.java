package treasurehunt.cli;

import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What time brings to players of the example. */
public final class Announcements {
    private Announcements() {}

    public static Result of(String player, long due, Effect... effects) {
        return new Result(
                player + ":harbour-lights:" + due,
                player,
                "harbour-lights",
                Code.DUE,
                List.of(effects),
                0,
                2,
                due,
                1,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(1));
    }
}
