package treasurehunt.cli.send;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import treasurehunt.cli.conversation.Coordinates;
import treasurehunt.schemas.action.Kind;

import java.util.concurrent.Callable;

/**
 * What can be sent. Classes, since picocli mixes up the parameters of a command method with options
 * inherited from above.
 */
final class Kinds {
    private static final String AT = "In degrees, as maps show it, such as -33.8568,151.2153.";

    private Kinds() {}

    @Command(name = "join", description = "Take part.")
    static final class Join implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Join());
        }
    }

    @Command(name = "answer", description = "Answer a riddle.")
    static final class Answer implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(index = "1", paramLabel = "TEXT")
        private String text;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Answer(clue, text));
        }
    }

    @Command(name = "scan", description = "Scan a code.")
    static final class Scan implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(index = "1", paramLabel = "CODE")
        private String code;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Scan(clue, code));
        }
    }

    /** How well a position is known. */
    static final class Accuracy {
        @Option(
                names = "--accuracy",
                paramLabel = "METRES",
                defaultValue = "5",
                converter = Coordinates.Metres.class,
                description = "By how many metres the position may be wrong. Default: 5.")
        private double metres;
    }

    @Command(name = "arrive", description = "Be at the place of a clue.")
    static final class Arrive implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Mixin private Accuracy accuracy;

        @Spec
        void takesWhatBeginsWithAMinus(CommandSpec spec) {
            spec.parser().unmatchedOptionsArePositionalParams(true);
        }

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(
                index = "1",
                paramLabel = "LATITUDE,LONGITUDE",
                converter = Coordinates.Converter.class,
                description = AT)
        private Coordinates at;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Arrive(clue, at.within(accuracy.metres)));
        }
    }

    @Command(
            name = "submit-for-review",
            description = "Hand in a text or a URL for an operator to decide on.")
    static final class SubmitForReview implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(index = "1", paramLabel = "EVIDENCE")
        private String evidence;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.SubmitForReview(clue, evidence));
        }
    }

    @Command(name = "hint", description = "Ask for a hint, at its cost.")
    static final class Hint implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(index = "1", paramLabel = "HINT")
        private String hint;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Hint(clue, hint));
        }
    }

    @Command(name = "position", description = "Say where the player is.")
    static final class Position implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Mixin private Accuracy accuracy;

        @Spec
        void takesWhatBeginsWithAMinus(CommandSpec spec) {
            spec.parser().unmatchedOptionsArePositionalParams(true);
        }

        @Parameters(
                index = "0",
                paramLabel = "LATITUDE,LONGITUDE",
                converter = Coordinates.Converter.class,
                description = AT)
        private Coordinates at;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Position(at.within(accuracy.metres)));
        }
    }

    @Command(name = "abandon", description = "Give up for good.")
    static final class Abandon implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Abandon());
        }
    }
}
