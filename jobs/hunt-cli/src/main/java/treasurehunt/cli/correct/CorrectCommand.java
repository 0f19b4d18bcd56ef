package treasurehunt.cli.correct;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.conversation.Asking;
import treasurehunt.cli.conversation.Conversation;
import treasurehunt.cli.log.Progress;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sends what operators correct, sealed, and shows what the engine answers. */
@Command(
        name = "correct",
        description = {
            "Correct where a player stands, as an operator: send it sealed and wait for its answer;"
                    + " or, with --file, many.",
            "A file has one JSON object a line, as on the topic; its action_id may be left out. All"
                    + " lines are checked before the first is sent. The same file sent again counts"
                    + " once: what had an effect is not done a second time."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt correct --player ana --hunt harbour-lights --reason typo adjust -5",
            "  ./hunt correct --player ana --hunt x --reason \"no tag\" mark-solved crane",
            "  ./hunt correct --player ana --hunt x --reason blurred review photo reject",
            "  ./hunt correct --player ana --reason \"asked for it\" forget",
            "  ./hunt correct --file corrections.ndjson",
            "",
            "A line of a file:",
            "  {\"player\":\"ana\",\"hunt\":\"x\",\"operator\":\"olga\",",
            "   \"adjust\":{\"points\":5,\"reason\":\"typo\"}}   (on one line)"
        },
        subcommands = {
            Corrections.Adjust.class,
            Corrections.MarkSolved.class,
            Corrections.Review.class,
            Corrections.ResetAttempts.class,
            Corrections.Disqualify.class,
            Corrections.Reinstate.class,
            Corrections.Forget.class
        })
public final class CorrectCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    @Spec private CommandSpec spec;

    @Mixin private Asking asking;

    @Mixin private KeysOption keys;

    @Option(
            names = "--player",
            scope = ScopeType.INHERIT,
            paramLabel = "PLAYER",
            description = "Who is corrected.")
    private Optional<String> player = Optional.empty();

    @Option(
            names = "--hunt",
            scope = ScopeType.INHERIT,
            paramLabel = "HUNT",
            description = "In which hunt; not with forget, which is about all.")
    private Optional<String> hunt = Optional.empty();

    @Option(
            names = "--operator",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Who corrects. Default: your name on this system.")
    private Optional<String> operator = Optional.empty();

    @Option(
            names = "--reason",
            scope = ScopeType.INHERIT,
            paramLabel = "TEXT",
            description = "Why, in your words; the player may read it.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--action-id",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description =
                    "The action's own id: the same again is a retry and counts once. Default: a new"
                            + " one.")
    private Optional<String> actionId = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Corrections as JSON, one a line; - for standard input.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call()
            throws CommandFailedException, IOException, InterruptedException, ExecutionException {
        if (file.isEmpty()) {
            throw wrong(
                    "What? One of "
                            + String.join(", ", spec.subcommands().keySet())
                            + ", or --file");
        }
        if (Stream.of(player, hunt, operator, reason, actionId).anyMatch(Optional::isPresent)) {
            throw wrong("--file: every line says itself whom, where, who and why");
        }
        List<CorrectionFile.Line> lines = CorrectionFile.read(name(), bytes());
        Keys operators = keys.of(Role.OPERATORS);
        Outcomes outcomes = new Outcomes();
        int sent = 0;
        Progress progress =
                new Progress(spec.commandLine().getErr(), "Correcting: %,d of %,d are answered");
        try (Conversation engine = asking.begin()) {
            for (CorrectionFile.Line line : lines) {
                take(line, ask(engine, line.action(), operators), outcomes);
                sent++;
                progress.at(sent, lines.size());
            }
        } catch (CommandFailedException e) {
            throw sent == 0 ? e : brokenOff(lines.get(sent), e);
        } finally {
            progress.end();
            tell(sent, lines.size(), outcomes);
        }
        return outcomes.allAreResults() ? 0 : 1;
    }

    private String name() {
        return isStdin() ? "standard input" : file.orElseThrow().toString();
    }

    private byte[] bytes() throws IOException {
        return isStdin() ? System.in.readAllBytes() : Files.readAllBytes(file.orElseThrow());
    }

    private boolean isStdin() {
        return file.orElseThrow().toString().equals(STDIN);
    }

    private void take(CorrectionFile.Line line, Conversation.Answer answer, Outcomes outcomes) {
        outcomes.add(line.place(), answer);
        if (asking.inJson()) {
            asking.show(out(), answer);
        }
    }

    private static CommandFailedException brokenOff(
            CorrectionFile.Line line, CommandFailedException e) {
        return new CommandFailedException(
                line.place()
                        + ": "
                        + e.getMessage()
                        + " Send the same file again: what had an effect counts once.",
                e);
    }

    private void tell(int sent, int all, Outcomes outcomes) {
        if (asking.inJson() || sent == 0) {
            return;
        }
        outcomes.withoutEffect().forEach(out()::println);
        String which = sent == all ? "All " + all : sent + " of " + all;
        out().println(which + " corrections are answered: " + outcomes.summary() + ".");
        out().flush();
    }

    /** Sends one correction and shows its answer. */
    int send(Function<String, Kind> kind)
            throws CommandFailedException, IOException, InterruptedException, ExecutionException {
        Action action = checked(action(kind));
        Keys operators = keys.of(Role.OPERATORS);
        try (Conversation engine = asking.begin()) {
            return asking.show(out(), ask(engine, action, operators)) ? 0 : 1;
        }
    }

    private Action action(Function<String, Kind> kind) {
        String whom = player.orElseThrow(() -> wrong("--player is missing: who is corrected?"));
        String why = reason.orElseThrow(() -> wrong("--reason is missing: why?"));
        Kind asked = kind.apply(why);
        boolean isForget = asked instanceof Kind.Forget;
        if (isForget && hunt.isPresent()) {
            throw wrong("forget is about every hunt: leave out --hunt");
        }
        String where = isForget ? "" : hunt.orElseThrow(() -> wrong("--hunt is missing"));
        return new Action(
                actionId.orElseGet(() -> UUID.randomUUID().toString()),
                whom,
                where,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(operator.orElseGet(() -> System.getProperty("user.name"))),
                asked);
    }

    /** What would only become a dead letter is not sent. */
    private Action checked(Action action) {
        try {
            return ActionCodec.decode(ActionCodec.encode(action));
        } catch (RejectedException e) {
            throw wrong(e.getMessage());
        }
    }

    private static Conversation.Answer ask(Conversation engine, Action action, Keys operators)
            throws CommandFailedException, InterruptedException, ExecutionException {
        byte[] key = action.player().getBytes(StandardCharsets.US_ASCII);
        return engine.ask(key, ActionCodec.encode(action), operators);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
