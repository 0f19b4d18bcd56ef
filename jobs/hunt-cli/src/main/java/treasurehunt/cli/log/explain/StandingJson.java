package treasurehunt.cli.log.explain;

import treasurehunt.core.state.Claim;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.LastFix;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.json.JsonWriter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where a player stands in a hunt, for tools: what nothing has happened to is left out. */
final class StandingJson {
    private StandingJson() {}

    static void write(JsonWriter json, Optional<HuntState> state) throws IOException {
        json.bool("joined", state.isPresent());
        if (state.isPresent()) {
            progress(json, state.get().progress());
            clues(json, state.get());
            claims(json, state.get().progress());
            besides(json, state.get());
        }
    }

    /** What outlived it when the player was forgotten. */
    static void writeRemains(JsonWriter json, Head head, String hunt) throws IOException {
        if (head.floor() > 0) {
            json.number("counts_on_from", head.floor());
        }
        if (head.excluded().contains(hunt)) {
            json.bool("excluded", true);
        }
        List<String> claimed = StandingWords.claimed(head, hunt);
        if (!claimed.isEmpty()) {
            json.array(
                    "claimed_before",
                    treasures -> {
                        for (String treasure : claimed) {
                            treasures.element(treasure);
                        }
                    });
        }
    }

    private static void progress(JsonWriter json, Progress progress) throws IOException {
        json.number("score", progress.score());
        json.number("version", progress.version());
        json.number("hunt_version", progress.huntVersion());
        json.number("joined_at", progress.joinedAt());
        json.number("moved_at", progress.movedAt());
        json.number("score_at", progress.scoreAt());
        json.bool("completed", progress.completed());
        json.bool("abandoned", progress.abandoned());
        json.bool("time_up", progress.timedUp());
        json.bool("disqualified", progress.disqualified());
    }

    private static void clues(JsonWriter json, HuntState state) throws IOException {
        json.array(
                "clues",
                clues -> {
                    for (String id : StandingWords.clues(state)) {
                        clues.element(fields -> clue(fields, id, state));
                    }
                });
    }

    private static void clue(JsonWriter json, String id, HuntState state) throws IOException {
        ClueState clue = state.progress().clue(id);
        json.text("clue", id);
        json.text("status", clue.status().name());
        if (clue.since() > 0) {
            json.number("since", clue.since());
        }
        json.number("attempts", clue.attempts());
        json.array(
                "hints",
                hints -> {
                    for (String hint : clue.hints().stream().sorted().toList()) {
                        hints.element(hint);
                    }
                });
        if (state.waitsUntil(id) > 0) {
            json.number("waits_until", state.waitsUntil(id));
        }
        if (state.hasTried(id)) {
            json.number("given_in_vain", state.tried().get(id).digests().size());
        }
    }

    private static void claims(JsonWriter json, Progress progress) throws IOException {
        json.array(
                "treasures",
                claims -> {
                    for (Claim claim : progress.claims()) {
                        claims.element(
                                fields -> {
                                    fields.text("treasure", claim.treasure());
                                    fields.text("standing", claim.standing().name());
                                });
                    }
                });
    }

    private static void besides(JsonWriter json, HuntState state) throws IOException {
        json.object(
                "bucket",
                bucket -> {
                    bucket.number("thousandths", state.bucket().thousandths());
                    bucket.number("at", state.bucket().at());
                });
        LastFix fix = state.lastFix();
        if (fix.known()) {
            json.object(
                    "last_fix",
                    fields -> {
                        fields.number("latitude", fix.latitude());
                        fields.number("longitude", fix.longitude());
                        fields.number("accuracy", fix.accuracy());
                        fields.number("at", fix.at());
                    });
        }
        if (state.board().frozen()) {
            json.object(
                    "board",
                    board -> {
                        board.number("score", state.board().score());
                        board.number("score_at", state.board().scoreAt());
                    });
        }
        if (state.failedAt() >= 0) {
            json.number("failed_at", state.failedAt());
        }
    }
}
