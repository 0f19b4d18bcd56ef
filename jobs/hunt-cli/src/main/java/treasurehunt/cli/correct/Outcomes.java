package treasurehunt.cli.correct;

import treasurehunt.cli.conversation.Conversation;
import treasurehunt.cli.conversation.Words;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What became of many corrections: how often what, and which of them changed nothing. */
final class Outcomes {
    private final Map<Code, Integer> codes = new TreeMap<>();
    private final List<String> withoutEffect = new ArrayList<>();
    private int repeated;
    private int deadLetters;

    void add(String place, Conversation.Answer answer) {
        try {
            if (answer.isDeadLetter()) {
                deadLetters++;
                withoutEffect.add(place + ": " + Words.of(DeadLetterCodec.decode(answer.json())));
            } else {
                add(place, ResultCodec.decode(answer.json()));
            }
        } catch (MalformedJsonException e) {
            // A newer engine's words are shown as they are.
            withoutEffect.add(place + ": " + new String(answer.json(), StandardCharsets.UTF_8));
        }
    }

    private void add(String place, Result result) {
        codes.merge(result.code(), 1, Integer::sum);
        if (result.replayOf().isPresent()) {
            repeated++;
        } else if (result.effects().isEmpty()) {
            withoutEffect.add(place + ": " + Words.of(result));
        }
    }

    boolean allAreResults() {
        return deadLetters == 0;
    }

    /** A line for each correction that changed nothing. */
    List<String> withoutEffect() {
        return withoutEffect;
    }

    /** How often what, such as {@code 17 ADJUSTED, 1 dead letter; 3 had been sent before}. */
    String summary() {
        StringJoiner counts = new StringJoiner(", ");
        codes.forEach((code, count) -> counts.add(count + " " + code));
        if (deadLetters > 0) {
            counts.add(deadLetters + (deadLetters == 1 ? " dead letter" : " dead letters"));
        }
        return counts + (repeated > 0 ? "; " + repeated + " had been sent before" : "");
    }
}
