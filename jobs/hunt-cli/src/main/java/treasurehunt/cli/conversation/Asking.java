package treasurehunt.cli.conversation;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.ResultCodec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of who asks the engine something, and how its answers are shown. */
public final class Asking {
    @Mixin private KafkaOption kafka;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Timeout.class,
            description = "How long to wait for an answer, such as 500ms, 10s, 2m. Default: 10s.")
    private Duration timeout;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Show the answer, and nothing else, as the engine wrote it.")
    private boolean json;

    /** A conversation with the engine, which is there or will be. */
    public Conversation begin() throws CommandFailedException {
        return Conversation.with(kafka.reach(), timeout);
    }

    /** Whether answers are shown as the engine wrote them. */
    public boolean inJson() {
        return json;
    }

    /** Prints an answer, and for people what time had brought before; whether it is a result. */
    public boolean show(PrintWriter out, Conversation.Answer answer) {
        if (json) {
            out.println(new String(answer.json(), StandardCharsets.UTF_8));
        } else {
            answer.announcements().forEach(due -> out.println(inWords(due, false)));
            out.println(inWords(answer.json(), answer.isDeadLetter()));
        }
        out.flush();
        return !answer.isDeadLetter();
    }

    private static String inWords(byte[] answer, boolean isDeadLetter) {
        try {
            String words =
                    isDeadLetter
                            ? Words.of(DeadLetterCodec.decode(answer))
                            : Words.of(ResultCodec.decode(answer));
            return emphasised(words);
        } catch (MalformedJsonException e) {
            // A newer engine's words are shown as they are.
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    /** With the part before the first comma, which is never a player's or author's, in bold. */
    private static String emphasised(String words) {
        int end = words.indexOf(',');
        return Ansi.AUTO.string("@|bold " + words.substring(0, end) + "|@") + words.substring(end);
    }

    /** Reads {@code 500ms}, {@code 10s} and {@code 2m}. */
    static final class Timeout implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(text + " is no time such as 500ms, 10s or 2m");
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                default -> Duration.ofMinutes(amount);
            };
        }
    }
}
