package treasurehunt.cli.log;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

/** What a replay says to a record, or to a due moment. */
public sealed interface Answer {
    /** {@code partition:offset}, or {@code player:hunt:due time in ms}. */
    String id();

    /** The answer as a line of a replay, without the line's end. */
    byte[] line();

    /** It was decided; its line is as the engine writes it. */
    record Decided(Result result) implements Answer {
        @Override
        public String id() {
            return result.id();
        }

        @Override
        public byte[] line() {
            return ResultCodec.encode(result);
        }

        boolean isAnnouncement() {
            return result.code() == Code.DUE;
        }
    }

    /** It could not be decided; the line is {@code {"id","dead_letter"}}. */
    record DeadLetter(String id, Reason reason) implements Answer {
        @Override
        public byte[] line() {
            return JsonWriter.object(
                    json -> {
                        json.text("id", id);
                        json.text("dead_letter", reason.name());
                    });
        }
    }
}
