package treasurehunt.cli.correct;

import treasurehunt.cli.ByteLines;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.words.Quoted;
import treasurehunt.core.state.RecentActions;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Corrections in a file, one JSON object a line as on the topic. An {@code action_id} may be left
 * out: then it is made of the whole file's content and the line's number, so that the same file
 * sent again is a retry.
 */
final class CorrectionFile {
    private static final int DEPTH = 64;
    private static final StrictJson JSON = new StrictJson(DEPTH);
    private static final String ACTION_ID = "action_id";
    private static final int DIGITS_OF_CONTENT = 32;

    private final String name;
    private final String content;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> ofPlayer = new HashMap<>();

    private CorrectionFile(String name, byte[] bytes) {
        this.name = name;
        content = sha256(bytes).substring(0, DIGITS_OF_CONTENT);
    }

    /** A correction, and the line it stands on. */
    record Line(String place, Action action) {}

    /**
     * The corrections of a file; whatever is wrong with any line is said at once.
     *
     * @param name for messages
     */
    static List<Line> read(String name, byte[] bytes) throws CommandFailedException, IOException {
        CorrectionFile file = new CorrectionFile(name, bytes);
        ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes));
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            file.take(lines.number(), line.get());
        }
        if (file.lines.isEmpty() && file.refusals.isEmpty()) {
            throw new CommandFailedException(name + ": holds no correction");
        }
        if (!file.refusals.isEmpty()) {
            throw new CommandFailedException(String.join("\n", file.refusals));
        }
        return file.lines;
    }

    private void take(int number, byte[] json) {
        String place = name + ":" + number;
        try {
            Action action = ActionCodec.decode(named(json, number));
            refusal(action)
                    .ifPresentOrElse(
                            reason -> refuse(place, reason),
                            () -> lines.add(new Line(place, action)));
        } catch (MalformedJsonException | RejectedException e) {
            refuse(place, e.getMessage().replace("line 1, ", ""));
        }
    }

    private byte[] named(byte[] json, int number) throws MalformedJsonException {
        Map<String, Object> members = JSON.read(json);
        members.putIfAbsent(ACTION_ID, content + "-" + number);
        return JsonWriter.tree(members);
    }

    private Optional<String> refusal(Action action) {
        if (!(action.kind() instanceof Kind.ByOperator)) {
            return Optional.of(action.kind().name() + ": is nothing that operators do");
        }
        if (!ids.add(action.player() + " " + action.actionId())) {
            return Optional.of(
                    "action_id: an earlier line about this player has the same, and the second of two"
                            + " does not count");
        }
        if (ofPlayer.merge(action.player(), 1, Integer::sum) == RecentActions.REMEMBERED + 1) {
            return Optional.of(
                    "more than %d corrections of %s: no more are remembered of a player, so the file sent again would count twice; split it"
                            .formatted(RecentActions.REMEMBERED, action.player()));
        }
        return Optional.empty();
    }

    private void refuse(String place, String reason) {
        refusals.add(place + ": " + Quoted.visible(reason));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
