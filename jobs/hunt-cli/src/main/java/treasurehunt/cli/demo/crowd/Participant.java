package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.result.Result;

/**
 * Somebody who plays: from what the results told him follows, with the dice of his own, what he
 * does next. No clock, no I/O.
 */
public interface Participant {
    String name();

    /** Whether he can do something now. */
    boolean isFree();

    /** Whether he has done the last he will ever do; answers may still be on their way. */
    boolean isOver();

    boolean awaits(String actionId);

    /** Whether he does not even wait for answers. */
    boolean hurries();

    /** How long he would like to think before he does something, in ms. */
    long thinks();

    /**
     * What he does next; only while he is free.
     *
     * @param now ns of any clock that never runs backwards
     */
    Action next(long now);

    /**
     * Takes in a result of his, whether it is the first to its action, a repeated one, or what time
     * has brought.
     */
    void saw(Result result);

    /** An action of his went to the dead letters: no answer will come. */
    void lost(String actionId);
}
