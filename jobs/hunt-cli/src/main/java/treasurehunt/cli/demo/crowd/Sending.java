package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;

/**
 * An action to send.
 *
 * @param planned when it should be sent, by the clock of {@link System#nanoTime()}; its latency
 *     counts from here, however late it leaves
 */
record Sending(Action action, long planned) {}
