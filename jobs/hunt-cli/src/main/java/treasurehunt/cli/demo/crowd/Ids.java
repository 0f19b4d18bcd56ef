package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Result;

import java.util.HashSet;
import java.util.Set;

/** The ids that were seen: of answers by their actions' places, of announcements as they are. */
final class Ids {
    private final Places answers = new Places();
    private final Set<String> announcements = new HashSet<>();

    /** Whether the result was not there yet. */
    boolean add(Result result) {
        return result.asked().isPresent()
                ? answers.add(result.id())
                : announcements.add(result.id());
    }

    /** Whether the dead letter was not there yet. */
    boolean add(DeadLetter letter) {
        return letter.place().isPresent()
                ? answers.add(letter.id())
                : announcements.add(letter.id());
    }
}
