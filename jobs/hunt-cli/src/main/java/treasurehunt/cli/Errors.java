package treasurehunt.cli;

import org.apache.kafka.common.KafkaException;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import treasurehunt.connector.kafka.hunts.ClocksDifferException;
import treasurehunt.connector.kafka.hunts.UnknownHuntKeyException;
import treasurehunt.connector.kafka.topic.TopicRefusedException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.ExecutionException;

/** Turns what went wrong into one sentence on standard error, and an exit code. */
final class Errors implements IExecutionExceptionHandler {
    private static final int INTERRUPTED = 130;

    private final boolean verbose;

    Errors(boolean verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (Thread.currentThread().isInterrupted()) {
            // Whoever pressed Ctrl-C knows why it ended.
            return INTERRUPTED;
        }
        PrintWriter err = command.getErr();
        err.println(sentence(e));
        if (verbose) {
            e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    /** What went wrong, in a sentence for people. */
    static String sentence(Exception e) {
        if (e instanceof CommandFailedException
                || e instanceof TopicRefusedException
                || e instanceof ClocksDifferException
                || e instanceof UnknownHuntKeyException) {
            return e.getMessage();
        }
        if (e instanceof ExecutionException && e.getCause() instanceof Exception cause) {
            return sentence(cause);
        }
        if (e instanceof UncheckedIOException io) {
            return sentence(io.getCause());
        }
        if (e instanceof IOException io) {
            return ofFile(io);
        }
        if (e instanceof KafkaException) {
            return "Kafka: " + oneLine(e) + " Is the broker still there?";
        }
        return "This is a bug in ./hunt: "
                + oneLine(e)
                + " (say it again with --verbose to see where)";
    }

    private static String ofFile(IOException e) {
        return e instanceof FileSystemException file
                ? file.getFile() + ": " + reason(file)
                : "Reading or writing failed: " + oneLine(e);
    }

    /** What is wrong with a file; its exceptions name nothing but the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof NotDirectoryException) {
            return "is no folder";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read or written";
        }
        if (e instanceof FileSystemException file) {
            return file.getReason() == null ? "cannot be read or written" : file.getReason();
        }
        return "cannot be read: " + oneLine(e);
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s+", " ");
    }
}
