package io.garam.app;

import io.garam.app.log.LogWriter;
import io.garam.app.output.WriteFailure;
import io.garam.app.usage.UsageException;
import io.garam.app.usage.WrongUsage;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** What a command that failed says: a sentence where the user can mend it, a trace where not. */
final class Failures {

  /** As a shell reports of a program that SIGPIPE ended: nobody reads its results any more. */
  static final int READER_GONE = 128 + 13;

  private Failures() {}

  /** Runs a command to its end; whatever stops it, also an error of the Java machine, is told. */
  static int execute(ParseResult parsed) {
    CommandLine command = parsed.commandSpec().commandLine();
    try {
      int code = new RunLast().execute(parsed);
      command.getOut().flush();
      return code;
    } catch (ParameterException e) {
      throw e;
    } catch (CommandLine.ExecutionException e) {
      return explain(e.getCause() == null ? e : e.getCause(), e.getCommandLine());
    } catch (RuntimeException | Error e) {
      return explain(e, command);
    }
  }

  private static int explain(Throwable failure, CommandLine command) {
    WriteFailure write = WriteFailure.behind(failure);
    if (write != null && write.isReaderGone()) {
      return READER_GONE;
    }
    if (failure instanceof UsageException) {
      return WrongUsage.explain(String.valueOf(failure.getMessage()), command);
    }
    if (write != null) {
      LogWriter.error(command.getErr(), sentence(write, command));
    } else if (isOutOfMemory(failure)) {
      LogWriter.error(command.getErr(), outOfMemory(failure));
    } else if (failure instanceof GaramException) {
      LogWriter.error(command.getErr(), sentence(failure, command));
    } else {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      LogWriter.error(
          command.getErr(),
          "garam failed in a way that it did not foresee; please report this with the lines below."
              + System.lineSeparator()
              + trace.toString().stripTrailing());
    }
    return ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable failure, CommandLine command) {
    return command
        .getColorScheme()
        .errorText(Printable.sentence(String.valueOf(failure.getMessage())))
        .toString();
  }

  /** A class that could not be made ready for lack of memory tells so in words alone. */
  static boolean isOutOfMemory(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError
          || String.valueOf(cause.getMessage()).contains("java.lang.OutOfMemoryError")) {
        return true;
      }
    }
    return false;
  }

  static String outOfMemory(Throwable failure) {
    return String.format(
        Locale.ROOT,
        "Expected enough memory, but it ran out with a heap of at most %,d MB (%s); allow more, such"
            + " as GARAM_JAVA_OPTS=-Xmx2g, or give the command less at once.",
        Runtime.getRuntime().maxMemory() >> 20,
        failure.getMessage());
  }
}
