package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Findings.Pair;
import treasurehunt.auditor.Findings.Standing;
import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.rules.Expected;
import treasurehunt.auditor.rules.Snapshot;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the rules give; what can be given stands there from the start. */
public final class Census {
    /** The types of effects. */
    static final List<String> EFFECTS =
            List.of(
                    "JOINED",
                    "MOVED",
                    "CLUE_UNLOCKED",
                    "CLUE_PENDING",
                    "CLUE_SOLVED",
                    "CLUE_EXPIRED",
                    "ATTEMPT_USED",
                    "ATTEMPTS_RESET",
                    "SUBMITTED",
                    "REVIEW_REJECTED",
                    "HINT_REVEALED",
                    "POINTS",
                    "CLAIMED",
                    "GRANTED",
                    "SOLD_OUT",
                    "WAITING",
                    "RELEASED",
                    "FLAGGED",
                    "COMPLETED",
                    "TIME_UP",
                    "ABANDONED",
                    "DISQUALIFIED",
                    "REINSTATED",
                    "FORGOTTEN");

    private final Map<Code, Long> codes = new EnumMap<>(Code.class);
    private final Map<String, Long> effects = new LinkedHashMap<>();
    private final Map<Reason, Long> deadLetters = new EnumMap<>(Reason.class);
    private final Map<Pair, Long> pairs = new LinkedHashMap<>();
    private long results;
    private long announcements;
    private long snapshots;
    private long rows;

    Census() {
        for (Code code : Code.values()) {
            codes.put(code, 0L);
        }
        EFFECTS.forEach(effect -> effects.put(effect, 0L));
        for (Reason reason : Reason.values()) {
            deadLetters.put(reason, 0L);
        }
        for (ActionKind kind : ActionKind.values()) {
            if (kind.namesClue()) {
                for (Standing standing : Standing.values()) {
                    pairs.put(new Pair(kind.word(), standing), 0L);
                }
            }
        }
    }

    void count(Expected answer) {
        if (answer instanceof Expected.Result result) {
            codes.merge(Code.valueOf(result.code()), 1L, Long::sum);
            result.effectTypes().forEach(effect -> effects.merge(effect, 1L, Long::sum));
        } else if (answer instanceof Expected.DeadLetter letter) {
            deadLetters.merge(letter.refused().reason(), 1L, Long::sum);
        }
    }

    void count(Pair pair) {
        pairs.merge(pair, 1L, Long::sum);
    }

    void audited(Expected.Result result) {
        results++;
        announcements += result.isAnnouncement() ? 1 : 0;
    }

    void audited(Snapshot snapshot) {
        snapshots++;
    }

    /** Of tables. */
    void auditedRows(int count) {
        rows += count;
    }

    /** What was counted, and what only others know. */
    public Findings findings(long records, long actions, long violations) {
        return new Findings(
                records,
                actions,
                results,
                announcements,
                snapshots,
                rows,
                violations,
                codes,
                effects,
                deadLetters,
                pairs);
    }
}
