package treasurehunt.cli.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.conversation.Conversation;
import treasurehunt.cli.log.WholeTopics;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** Plays a hunt. */
@Command(
        name = "play",
        description = {
            "Play a hunt in the terminal: riddles are shown as they open, answers typed, hints"
                    + " taken; what time brings comes by itself. Who has joined before goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt play harbour-lights --player me",
            "  printf '#1 an anchor\\nquit\\n' | ./hunt play harbour-lights --player me"
        })
public final class PlayCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Parameters(paramLabel = "HUNT", description = "Its id.")
    private String hunt;

    @Option(
            names = "--player",
            required = true,
            paramLabel = "PLAYER",
            description = "Who plays: a person, or a team in a team hunt.")
    private String player;

    @Option(names = "--member", paramLabel = "MEMBER", description = "Who of a team plays.")
    private Optional<String> member = Optional.empty();

    /** What comes from who types: a line, or the end of all lines. */
    private record Typed(Optional<String> line) {}

    @Override
    public Integer call()
            throws CommandFailedException,
                    InterruptedException,
                    ExecutionException,
                    MalformedJsonException {
        Broker broker = kafka.reach();
        PublicHunt known = PublicHunt.read(broker, hunt);
        Board board = new Board(known);
        Stage stage = new Stage(spec.commandLine().getOut(), Terminal.isThere());
        try (Conversation engine = Conversation.with(broker, PATIENCE)) {
            stage.title(known);
            if (join(broker, engine, board, stage)) {
                play(engine, board, stage);
                end(board, stage);
                return 0;
            }
            return 1;
        }
    }

    /** Whether he takes part, from now on or since before. */
    private boolean join(Broker broker, Conversation engine, Board board, Stage stage)
            throws CommandFailedException,
                    InterruptedException,
                    ExecutionException,
                    MalformedJsonException {
        Optional<Result> answer = ask(engine, board, stage, new Kind.Join());
        if (answer.isEmpty()) {
            return false;
        }
        if (answer.get().code() == Code.ALREADY_JOINED || answer.get().code() == Code.HAS_LEFT) {
            remember(broker, board);
            stage.look(board);
        } else {
            stage.show(answer.get(), board);
        }
        return board.isJoined();
    }

    /** What he was told before. */
    private void remember(Broker broker, Board board) throws CommandFailedException {
        try {
            WholeTopics.shown(broker, TopicSettings.RESULTS)
                    .read(
                            record -> {
                                if (Arrays.equals(record.key(), key())) {
                                    Result result = ResultCodec.decode(record.value());
                                    if (result.hunt().equals(hunt)) {
                                        board.learn(result);
                                    }
                                }
                            });
        } catch (MalformedJsonException e) {
            throw new CommandFailedException(
                    "What was played before was told by a newer engine: " + e.getMessage(), e);
        }
    }

    private void play(Conversation engine, Board board, Stage stage)
            throws CommandFailedException,
                    InterruptedException,
                    ExecutionException,
                    MalformedJsonException {
        BlockingQueue<Typed> typed = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(typed), "typed");
        reader.setDaemon(true);
        reader.start();
        stage.prompt(board);
        while (!board.isOver()) {
            Typed next = typed.poll();
            if (next == null) {
                hear(engine, board, stage);
                continue;
            }
            if (next.line().isEmpty()) {
                return;
            }
            if (!next.line().get().isBlank()) {
                Move move = Move.of(next.line().get(), board);
                if (move instanceof Move.Quit) {
                    return;
                }
                make(move, engine, board, stage);
            }
            stage.prompt(board);
        }
    }

    /** Shows what comes by itself. */
    private void hear(Conversation engine, Board board, Stage stage) throws MalformedJsonException {
        boolean heard = false;
        for (byte[] news : engine.news(key())) {
            Result due = ResultCodec.decode(news);
            if (due.hunt().equals(hunt)) {
                board.learn(due);
                if (!heard) {
                    stage.interrupt();
                }
                stage.show(due, board);
                heard = true;
            }
        }
        if (heard) {
            stage.prompt(board);
        }
    }

    private void make(Move move, Conversation engine, Board board, Stage stage)
            throws CommandFailedException,
                    InterruptedException,
                    ExecutionException,
                    MalformedJsonException {
        if (move instanceof Move.Act act) {
            Optional<Result> answer = ask(engine, board, stage, act.kind());
            answer.ifPresent(result -> stage.show(result, board));
        } else if (move instanceof Move.Look) {
            stage.look(board);
        } else if (move instanceof Move.Help) {
            stage.help();
        } else if (move instanceof Move.Nonsense nonsense) {
            stage.say(nonsense.why());
        }
    }

    /** The result of an action; nothing, and why, if it was none. */
    private Optional<Result> ask(Conversation engine, Board board, Stage stage, Kind kind)
            throws CommandFailedException,
                    InterruptedException,
                    ExecutionException,
                    MalformedJsonException {
        Action action =
                new Action(
                        UUID.randomUUID().toString(),
                        player,
                        hunt,
                        member,
                        OptionalLong.empty(),
                        Optional.empty(),
                        kind);
        Conversation.Answer answer = engine.ask(key(), ActionCodec.encode(action));
        for (byte[] due : answer.announcements()) {
            Result before = ResultCodec.decode(due);
            if (before.hunt().equals(hunt)) {
                board.learn(before);
                stage.show(before, board);
            }
        }
        if (answer.isDeadLetter()) {
            stage.say("That was no action: " + DeadLetterCodec.decode(answer.json()).detail());
            return Optional.empty();
        }
        Result result = ResultCodec.decode(answer.json());
        board.learn(result);
        if (kind instanceof Kind.Hint hint && result.code() != Code.HINT_GIVEN) {
            board.refused(hint);
        }
        return Optional.of(result);
    }

    private static void end(Board board, Stage stage) {
        stage.say(
                board.isOver() || board.isCompleted()
                        ? "It ends with %d points.".formatted(board.score())
                        : "Until later, with %d points.".formatted(board.score()));
        stage.flush();
    }

    private byte[] key() {
        return player.getBytes(UTF_8);
    }

    private static void read(BlockingQueue<Typed> typed) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                typed.add(new Typed(Optional.of(line)));
            }
        } catch (IOException e) {
            // As good as the end.
        }
        typed.add(new Typed(Optional.empty()));
    }
}
