package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Rate;

/** How fast a player may act in a hunt, as he would reckon it himself. */
final class Bucket {
    private static final long TOKEN = 1000;

    private long tokens;
    private long at;

    /** Full, ms UTC. */
    Bucket(Rate rate, long now) {
        tokens = TOKEN * rate.burst();
        at = now;
    }

    /** Whether there is a token, which is taken. */
    boolean takes(Rate rate, long now) {
        long more = Math.max(0, now - at) * rate.perSecond();
        tokens = Math.min(TOKEN * rate.burst(), tokens + more);
        at = Math.max(now, at);
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }
}
