package treasurehunt.core.judge;

import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.RateBucket;
import treasurehunt.core.state.RecentAction;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Hunt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each check looks at, for who wants to know why; never what would have been right. */
final class Sights {
    private Sights() {}

    static Map<String, Object> remembered(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("action_id", it.action().action().actionId());
        Optional<RecentAction> earlier = Checks.earlier(it);
        seen.put("remembered", earlier.isPresent());
        if (earlier.isPresent()) {
            seen.put("result", earlier.get().result());
            seen.put("code", earlier.get().code().name());
            seen.put("same_body", earlier.get().body() == Digests.body(it.action().action()));
        }
        return seen;
    }

    static Map<String, Object> hunt(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("hunt", it.action().hunt());
        it.found().ifPresent(hunt -> seen.put("version", (long) hunt.version()));
        return seen;
    }

    static Map<String, Object> membership(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("joined", it.state().isPresent());
        if (it.state().isPresent()) {
            seen.put("joined_at", time(it.progress().joinedAt()));
        }
        return seen;
    }

    static Map<String, Object> bucket(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (it.state().isPresent()) {
            RateBucket bucket = it.refilledBucket();
            seen.put("thousandths", bucket.thousandths());
            seen.put("burst", it.hunt().definition().rate().burst());
            seen.put("per_second", it.hunt().definition().rate().perSecond());
        }
        return seen;
    }

    static Map<String, Object> exclusion(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("excluded", it.isExcluded());
        return seen;
    }

    static Map<String, Object> openingTimes(Case it) {
        Hunt hunt = it.hunt().definition();
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("at", time(it.at()));
        seen.put("opens", time(hunt.opens()));
        seen.put("closes", time(hunt.closes()));
        return seen;
    }

    static Map<String, Object> ended(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("abandoned", it.progress().abandoned());
        seen.put("time_up", it.progress().timedUp());
        return seen;
    }

    static Map<String, Object> huntsPlayed(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (it.kind() instanceof Kind.Join) {
            seen.put("hunts_played", Checks.huntsPlayed(it));
        }
        return seen;
    }

    static Map<String, Object> clue(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        it.kind().clue().ifPresent(clue -> seen.put("clue", clue));
        it.kind().clue().ifPresent(clue -> seen.put("exists", it.clue().isPresent()));
        return seen;
    }

    static Map<String, Object> clueStatus(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (it.clue().isPresent()) {
            ClueState clue = it.clueState();
            seen.put("status", clue.status().name());
            if (clue.since() > 0) {
                seen.put("since", time(clue.since()));
            }
            if (clue.isOpen() && it.namedClue().deadline().isPresent()) {
                seen.put("deadline", time(DueMoments.deadline(it.namedClue(), clue)));
            }
        }
        return seen;
    }

    static Map<String, Object> hint(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (it.kind() instanceof Kind.Hint wanted) {
            seen.put("hint", wanted.hintId());
            Hint hint = it.namedClue().hints().get(wanted.hintId());
            seen.put("exists", hint != null);
            if (hint != null) {
                seen.put("given_before", it.clueState().hints().contains(hint.id()));
                seen.put("cost", hint.cost());
                seen.put("score", it.progress().score());
                seen.put("policy", it.hunt().definition().hintPolicy().name());
                if (it.clueState().isOpen()) {
                    seen.put("opens", time(it.clueState().since() + hint.after()));
                }
            }
        }
        return seen;
    }

    static Map<String, Object> proof(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (Checks.isProof(it)) {
            seen.put("kind", it.kind().name());
            seen.put("proof", it.namedClue().proof().name());
        }
        return seen;
    }

    static Map<String, Object> attempts(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (Checks.isProof(it)) {
            Attempts attempts = it.namedClue().attempts();
            seen.put("used", it.clueState().attempts());
            attempts.max().ifPresent(max -> seen.put("max", max));
        }
        return seen;
    }

    static Map<String, Object> wait(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (Checks.isProof(it)) {
            Clue clue = it.namedClue();
            seen.put("at", time(it.at()));
            long until = it.joined().waitsUntil(clue.id());
            if (until > 0) {
                seen.put("waits_until", time(until));
            }
        }
        return seen;
    }

    static Map<String, Object> tried(Case it) {
        Map<String, Object> seen = new LinkedHashMap<>();
        if (it.given().isPresent()) {
            seen.put("compared_as", it.given().get().form());
            seen.put("tried_before", Checks.isTriedAgain(it));
        }
        return seen;
    }

    static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
