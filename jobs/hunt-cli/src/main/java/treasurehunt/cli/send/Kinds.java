package treasurehunt.cli.send;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import treasurehunt.schemas.action.Kind;

import java.util.concurrent.Callable;

/**
 * What can be sent. Classes, since picocli mixes up the parameters of a command method with options
 * inherited from above.
 */
final class Kinds {
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

    @Command(name = "abandon", description = "Give up for good.")
    static final class Abandon implements Callable<Integer> {
        @ParentCommand private SendCommand send;

        @Override
        public Integer call() throws Exception {
            return send.send(new Kind.Abandon());
        }
    }
}
