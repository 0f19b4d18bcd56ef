package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Treasure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** Those who answer the players: the treasury, and operators who review and correct. */
final class Organiser {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final double ACCEPTED = 0.75;
    private static final double SAID_TWICE = 0.01;

    private final Chance chance;
    private final Treasury treasury = new Treasury();
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private long number;

    Organiser(Chance chance) {
        this.chance = chance;
    }

    /** What has come up by now, if anything has. */
    Optional<Action> due(long now) {
        return later.isEmpty() || later.element().at() > now
                ? Optional.empty()
                : Optional.of(later.remove().action());
    }

    /** The action comes once more, some time from now. */
    void again(Action action, long now) {
        later(now + chance.between(200, 4 * SECOND), action);
    }

    /** A player solves a clue: the treasury answers his claims within a second. */
    void solved(Session session, int clue, long now) {
        Hunt hunt = session.playbook().hunt();
        Part part = session.part().orElseThrow();
        part.solve(clue, now);
        for (Kind.Verdict verdict : treasury.verdicts(hunt, session.playbook().clue(clue))) {
            Action answer = action(session, Optional.empty(), verdict);
            later(now + chance.between(20, SECOND), answer);
            if (chance.likely(SAID_TWICE)) {
                again(answer, now + SECOND);
            }
            if (verdict.outcome() == Outcome.GRANTED) {
                Optional<Treasure> treasure =
                        Optional.ofNullable(hunt.treasures().get(verdict.treasure()));
                part.grant(verdict.treasure(), treasure.map(Treasure::points).orElse(0L), now);
            }
        }
    }

    /** A player submits for the clue he is busy with: somebody looks at it within the hour. */
    void submitted(Session session, long now) {
        boolean accepted = chance.likely(ACCEPTED);
        long reviewed = now + chance.between(MINUTE, 40 * MINUTE);
        Kind review = new Kind.Review(clueId(session, session.clue()), accepted, "seen");
        later(reviewed, byOperator(session, review));
        session.part().orElseThrow().submit(session.clue(), accepted, reviewed);
    }

    /** Something that an operator corrects in the hunt of a player. */
    Action correct(Session session, long now) {
        Optional<Part> part = session.part();
        return byOperator(
                session,
                part.isPresent()
                        ? correction(session, part.get(), now)
                        : new Kind.Adjust(10, "by mistake"));
    }

    private Kind correction(Session session, Part part, long now) {
        int dice = chance.below(100);
        if (dice < 3) {
            part.leave();
            if (chance.likely(0.5)) {
                Kind reinstate = new Kind.Reinstate("he had reasons");
                later(now + 5 * MINUTE, byOperator(session, reinstate));
            }
            return new Kind.Disqualify("more than one telephone");
        } else if (dice < 5) {
            session.player().forget();
            return new Kind.Forget("he asked for it");
        } else if (dice < 30 && !part.lost().isEmpty()) {
            int clue = chance.pick(part.lost());
            part.resetAttempts(clue);
            return new Kind.ResetAttempts(clueId(session, clue), "the sign had fallen down");
        } else if (dice < 50 && !part.open().isEmpty()) {
            return markSolved(session, chance.pick(part.open()), now);
        }
        long points = 5 * chance.between(-4, 6);
        part.adjust(points, now);
        return new Kind.Adjust(points, "for helping another team");
    }

    private Kind markSolved(Session session, int clue, long now) {
        solved(session, clue, now);
        return new Kind.MarkSolved(clueId(session, clue), "he was right");
    }

    private static String clueId(Session session, int clue) {
        return session.playbook().clue(clue).id();
    }

    private Action byOperator(Session session, Kind kind) {
        String operator = chance.pick(List.of("maria", "jonas", "ines"));
        return action(session, Optional.of(operator), kind);
    }

    private Action action(Session session, Optional<String> operator, Kind kind) {
        return new Action(
                chance.id(),
                session.player().name(),
                kind instanceof Kind.Forget ? "" : session.playbook().hunt().id(),
                Optional.empty(),
                OptionalLong.empty(),
                operator,
                kind);
    }

    private void later(long at, Action action) {
        later.add(new Later(at, number++, action));
    }
}
