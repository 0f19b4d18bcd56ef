package treasurehunt.schemas.progress;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Snapshots as JSON: {@code contracts/progress.schema.json}. */
public final class SnapshotCodec {
    private static final StrictJson JSON = new StrictJson(8);

    private SnapshotCodec() {}

    public static byte[] encode(Snapshot snapshot) {
        return JsonWriter.object(
                json -> {
                    json.text("player", snapshot.player());
                    json.text("hunt", snapshot.hunt());
                    json.number("version", snapshot.version());
                    if (snapshot.standing().isPresent()) {
                        write(json, snapshot.standing().get());
                    } else {
                        json.bool("erased", true);
                    }
                });
    }

    private static void write(JsonWriter json, Standing standing) throws IOException {
        json.text("standing", standing.play().name());
        json.number("hunt_version", standing.huntVersion());
        json.number("joined_at", standing.joinedAt());
        json.number("at", standing.at());
        json.number("score", standing.score());
        json.number("score_at", standing.scoreAt());
        if (standing.board().isPresent()) {
            Standing.Board board = standing.board().get();
            json.object(
                    "board",
                    shown -> {
                        shown.number("score", board.score());
                        shown.number("score_at", board.scoreAt());
                    });
        }
        json.array(
                "clues",
                clues -> {
                    for (Map.Entry<String, Standing.Clue> clue : standing.clues().entrySet()) {
                        clues.element(one -> write(one, clue.getKey(), clue.getValue()));
                    }
                });
        json.array(
                "treasures",
                treasures -> {
                    for (Map.Entry<String, Standing.Treasure> each :
                            standing.treasures().entrySet()) {
                        treasures.element(
                                one -> {
                                    one.text("treasure", each.getKey());
                                    one.text("status", each.getValue().name());
                                });
                    }
                });
    }

    private static void write(JsonWriter json, String id, Standing.Clue clue) throws IOException {
        json.text("clue", id);
        json.text("status", clue.status().name());
        json.number("attempts", clue.attempts());
        json.number("hints", clue.hints());
    }

    /** The snapshot in these bytes; fields it does not know are passed over. */
    public static Snapshot decode(byte[] json) throws MalformedJsonException {
        Members snapshot = new Members(JSON.read(json));
        return new Snapshot(
                snapshot.text("player"),
                snapshot.text("hunt"),
                snapshot.number("version"),
                snapshot.values().containsKey("erased")
                        ? Optional.empty()
                        : Optional.of(standing(snapshot)));
    }

    private static Standing standing(Members snapshot) throws MalformedJsonException {
        SortedMap<String, Standing.Clue> clues = new TreeMap<>();
        for (Members clue : snapshot.objects("clues")) {
            clues.put(
                    clue.text("clue"),
                    new Standing.Clue(
                            clue.constant("status", Standing.Clue.Status.class),
                            clue.number("attempts"),
                            (int) clue.number("hints")));
        }
        SortedMap<String, Standing.Treasure> treasures = new TreeMap<>();
        for (Members treasure : snapshot.objects("treasures")) {
            treasures.put(
                    treasure.text("treasure"),
                    treasure.constant("status", Standing.Treasure.class));
        }
        return new Standing(
                snapshot.constant("standing", Standing.Play.class),
                (int) snapshot.number("hunt_version"),
                snapshot.number("joined_at"),
                snapshot.number("at"),
                snapshot.number("score"),
                snapshot.number("score_at"),
                board(snapshot),
                clues,
                treasures);
    }

    private static Optional<Standing.Board> board(Members snapshot) throws MalformedJsonException {
        Optional<Members> board = snapshot.optionalObject("board");
        return board.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Standing.Board(
                                board.get().number("score"), board.get().number("score_at")));
    }
}
