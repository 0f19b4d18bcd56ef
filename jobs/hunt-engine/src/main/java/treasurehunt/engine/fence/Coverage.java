package treasurehunt.engine.fence;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;

import java.util.Map;

/** The hunts by which everything up to a moment may be decided. */
public final class Coverage implements Catalogue {
    private final Map<String, HuntVersions> hunts;
    private final Mark mark;

    Coverage(Map<String, HuntVersions> hunts, Mark mark) {
        this.hunts = Map.copyOf(hunts);
        this.mark = mark;
    }

    @Override
    public HuntVersions find(String hunt) {
        return hunts.getOrDefault(hunt, HuntVersions.NONE);
    }

    public Mark mark() {
        return mark;
    }

    /** Whether no version is missing that is in effect at this time, ms UTC. */
    boolean covers(long at) {
        return at <= mark.until();
    }
}
