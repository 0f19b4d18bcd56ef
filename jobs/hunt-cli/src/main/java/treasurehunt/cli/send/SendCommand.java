package treasurehunt.cli.send;

import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.cli.ByteLines;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.ResultCodec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends actions, as a frontend would, and shows what the engine answers. */
@Command(
        name = "send",
        description = {
            "Send an action and wait for its answer; or, with --stdin, actions as JSON, one a line,"
                    + " each sent as it is. What operators correct and what the treasury answers is"
                    + " not sent here: it needs a seal."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt send --player me --hunt harbour-lights join",
            "  ./hunt send --player me --hunt harbour-lights answer anchor \"an anchor\"",
            "  ./hunt send --player me --hunt harbour-lights answer bells -- -5",
            "  ./hunt send --player crew --member ada --hunt harbour-lights scan bollard QR-1",
            "  ./hunt send --player me --hunt old-town arrive bridge 54.3505,18.6571 --accuracy 12",
            "  ./hunt send --stdin --json < actions.ndjson"
        },
        subcommands = {
            Kinds.Join.class,
            Kinds.Answer.class,
            Kinds.Scan.class,
            Kinds.Arrive.class,
            Kinds.SubmitForReview.class,
            Kinds.Hint.class,
            Kinds.Position.class,
            Kinds.Abandon.class
        })
public final class SendCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Option(
            names = "--player",
            scope = ScopeType.INHERIT,
            paramLabel = "PLAYER",
            description = "Who acts: a person, or a team in a team hunt.")
    private String player;

    @Option(
            names = "--hunt",
            scope = ScopeType.INHERIT,
            paramLabel = "HUNT",
            description = "In which hunt.")
    private String hunt;

    @Option(
            names = "--member",
            scope = ScopeType.INHERIT,
            paramLabel = "MEMBER",
            description = "Who of a team acts.")
    private Optional<String> member = Optional.empty();

    @Option(
            names = "--action-id",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description =
                    "The action's own id: the same again is a retry and counts once. Default: a new"
                            + " one.")
    private Optional<String> actionId = Optional.empty();

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

    @Option(names = "--stdin", description = "Read actions from standard input.")
    private boolean stdin;

    @Parameters(arity = "0..1", paramLabel = STDIN, description = "The same as --stdin.")
    private Optional<String> dash = Optional.empty();

    @Override
    public Integer call()
            throws CommandFailedException, IOException, InterruptedException, ExecutionException {
        if (dash.isPresent() && !dash.get().equals(STDIN)) {
            throw wrong(
                    dash.get() + " is none of " + String.join(", ", spec.subcommands().keySet()));
        }
        if (!stdin && dash.isEmpty()) {
            throw wrong(
                    "Which action? One of "
                            + String.join(", ", spec.subcommands().keySet())
                            + ", or --stdin");
        }
        boolean allJudged = true;
        try (Conversation engine = Conversation.with(kafka.reach(), timeout);
                InputStream in = new BufferedInputStream(System.in)) {
            ByteLines lines = new ByteLines(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                allJudged &= show(engine.ask(keyOf(line.get()), line.get()));
            }
        }
        return allJudged ? 0 : 1;
    }

    /** Sends one action and shows its answer. */
    int send(Kind kind) throws CommandFailedException, InterruptedException, ExecutionException {
        if (player == null || hunt == null) {
            throw wrong(player == null ? "--player is missing: who acts?" : "--hunt is missing");
        }
        String id = actionId.orElseGet(() -> UUID.randomUUID().toString());
        Action action =
                new Action(id, player, hunt, member, OptionalLong.empty(), Optional.empty(), kind);
        byte[] key = player.getBytes(StandardCharsets.UTF_8);
        try (Conversation engine = Conversation.with(kafka.reach(), timeout)) {
            return show(engine.ask(key, ActionCodec.encode(action))) ? 0 : 1;
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Every writer's key is the player; what names none has none. */
    @SuppressWarnings("NullAway") // Kafka's word for no key
    private static byte[] keyOf(byte[] line) {
        Optional<String> named;
        try {
            named = Optional.of(ActionCodec.decode(line).player());
        } catch (RejectedException e) {
            named = e.player();
        }
        return named.map(name -> name.getBytes(StandardCharsets.UTF_8)).orElse(null);
    }

    /** Prints an answer, and for people what time had brought before; whether it is a result. */
    private boolean show(Conversation.Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
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
