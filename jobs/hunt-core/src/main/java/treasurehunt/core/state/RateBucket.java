package treasurehunt.core.state;

import treasurehunt.schemas.hunt.Rate;

/**
 * The tokens of one player in one hunt.
 *
 * @param thousandths of a token, as of {@code at}
 * @param at ms UTC
 */
public record RateBucket(long thousandths, long at) {
    private static final long TOKEN = 1000;

    /** As it is at the join. */
    public static RateBucket full(Rate rate, long at) {
        return new RateBucket(TOKEN * rate.burst(), at);
    }

    /** The same bucket at a later time. */
    public RateBucket refilled(Rate rate, long now) {
        long missing = TOKEN * rate.burst() - thousandths;
        long elapsed = now - at;
        // Later than this it is full, and elapsed × per-second could overflow.
        boolean full = elapsed > missing / rate.perSecond();
        long gained = full ? missing : Math.min(missing, elapsed * rate.perSecond());
        return new RateBucket(thousandths + gained, now);
    }

    public boolean hasToken() {
        return thousandths >= TOKEN;
    }

    public RateBucket less() {
        return new RateBucket(thousandths - TOKEN, at);
    }

    /** Ms until there is a token again. */
    public long wait(Rate rate) {
        long missing = TOKEN - thousandths;
        return (missing + rate.perSecond() - 1) / rate.perSecond();
    }
}
