package treasurehunt.core.state;

import treasurehunt.schemas.result.Code;

/**
 * An action that had effects, remembered so that its retry is recognised.
 *
 * @param body digest of what it asked for
 * @param result id of its result
 */
public record RecentAction(String actionId, long body, String result, Code code) {}
