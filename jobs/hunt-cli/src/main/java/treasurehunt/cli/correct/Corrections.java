package treasurehunt.cli.correct;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.schemas.action.Kind;

import java.util.concurrent.Callable;

/** What operators can do; classes, as in {@code send}. */
final class Corrections {
    private Corrections() {}

    @Command(name = "adjust", description = "Give points, or take them.")
    static final class Adjust implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Spec
        void takesWhatBeginsWithAMinus(CommandSpec spec) {
            spec.parser().unmatchedOptionsArePositionalParams(true);
        }

        @Parameters(
                index = "0",
                paramLabel = "POINTS",
                description = "Whole points, such as 5 or -5.")
        private long points;

        @Override
        public Integer call() throws Exception {
            return correct.send(reason -> new Kind.Adjust(points, reason));
        }
    }

    @Command(name = "mark-solved", description = "Solve a clue for the player.")
    static final class MarkSolved implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Override
        public Integer call() throws Exception {
            return correct.send(reason -> new Kind.MarkSolved(clue, reason));
        }
    }

    @Command(name = "review", description = "Decide on what the player handed in.")
    static final class Review implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Parameters(
                index = "1",
                paramLabel = "accept|reject",
                converter = Decision.Word.class,
                description = "Whether it solves the clue.")
        private Decision decision;

        @Override
        public Integer call() throws Exception {
            boolean accepted = decision == Decision.ACCEPT;
            return correct.send(reason -> new Kind.Review(clue, accepted, reason));
        }
    }

    /** What an operator says of what was handed in. */
    enum Decision {
        ACCEPT,
        REJECT;

        /** Reads {@code accept} and {@code reject}. */
        static final class Word implements ITypeConverter<Decision> {
            @Override
            public Decision convert(String text) {
                return switch (text) {
                    case "accept" -> ACCEPT;
                    case "reject" -> REJECT;
                    default ->
                            throw new TypeConversionException(
                                    text + " is neither accept nor reject");
                };
            }
        }
    }

    @Command(
            name = "reset-attempts",
            description = "Give back all attempts at a clue, and end the wait.")
    static final class ResetAttempts implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Parameters(index = "0", paramLabel = "CLUE")
        private String clue;

        @Override
        public Integer call() throws Exception {
            return correct.send(reason -> new Kind.ResetAttempts(clue, reason));
        }
    }

    @Command(name = "disqualify", description = "Exclude the player from the hunt.")
    static final class Disqualify implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Override
        public Integer call() throws Exception {
            return correct.send(Kind.Disqualify::new);
        }
    }

    @Command(name = "reinstate", description = "End the exclusion.")
    static final class Reinstate implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Override
        public Integer call() throws Exception {
            return correct.send(Kind.Reinstate::new);
        }
    }

    @Command(
            name = "forget",
            description = "Delete all that is known of the player, in every hunt; for good.")
    static final class Forget implements Callable<Integer> {
        @ParentCommand private CorrectCommand correct;

        @Override
        public Integer call() throws Exception {
            return correct.send(Kind.Forget::new);
        }
    }
}
