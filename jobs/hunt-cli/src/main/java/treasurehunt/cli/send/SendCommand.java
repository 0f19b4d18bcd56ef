package treasurehunt.cli.send;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import treasurehunt.cli.ByteLines;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.conversation.Asking;
import treasurehunt.cli.conversation.Conversation;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RejectedException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Sends actions, as a frontend would, and shows what the engine answers. */
@Command(
        name = "send",
        description = {
            "Send an action and wait for its answer; or, with --stdin, actions as JSON, one a line,"
                    + " each sent as it is. What operators correct needs a seal: ./hunt correct sends"
                    + " it."
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

    @Mixin private Asking asking;

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

    @Option(names = "--stdin", description = "Read actions from standard input.")
    private boolean stdin;

    @Parameters(
            arity = "0..1",
            paramLabel = "STDIN",
            description = "A dash is the same as --stdin.")
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
        try (Conversation engine = asking.begin();
                InputStream in = new BufferedInputStream(System.in)) {
            ByteLines lines = new ByteLines(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                allJudged &= asking.show(out(), engine.ask(keyOf(line.get()), line.get()));
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
        try (Conversation engine = asking.begin()) {
            return asking.show(out(), engine.ask(key, ActionCodec.encode(action))) ? 0 : 1;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
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
}
