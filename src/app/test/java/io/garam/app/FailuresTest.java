package io.garam.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class FailuresTest {

  /** A command that ends as it is told to. */
  @Command(name = "work")
  private record Work(Callable<Integer> end) implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      return end.call();
    }
  }

  private static CommandRun run(Callable<Integer> end) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new Work(end))
            .setExecutionStrategy(Failures::execute)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new CommandRun(command.execute(), out.toString(), err.toString());
  }

  private static CommandRun failing(Exception failure) {
    return run(
        () -> {
          throw failure;
        });
  }

  private static CommandRun failing(Error failure) {
    return run(
        () -> {
          throw failure;
        });
  }

  @Test
  void theExitCodeOfACommandIsItsOwn() {
    assertThat(run(() -> 130)).isEqualTo(new CommandRun(130, "", ""));
  }

  @Test
  void whatAUserCanMendIsOneSentence() {
    GaramException failure =
        new GaramException("Expected a model.", new IllegalStateException("cause"));

    assertThat(failing(failure)).isEqualTo(new CommandRun(1, "", "Expected a model.\n"));
  }

  @Test
  void aSentenceThatQuotesLinesAndControlsIsOneHarmlessLine() {
    assertThat(failing(new GaramException("Found a\r\nb\u001b[2J.")).err())
        .isEqualTo("Found a b\\u001b[2J.\n");
  }

  @Test
  void wrongUsageThatTheCommandItselfFindsIsExitCodeTwo() {
    assertThat(failing(new UsageException("Expected --json or --tsv.")))
        .isEqualTo(new CommandRun(2, "", "Expected --json or --tsv.\nFor help: work --help\n"));
  }

  @Test
  void whatNobodyForesawComesWithItsTraceAndCause() {
    CommandRun run =
        failing(new IllegalStateException("a count below 0", new ArithmeticException("overflow")));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .startsWith(
            "garam failed in a way that it did not foresee; please report this with the lines"
                + " below.\njava.lang.IllegalStateException: a count below 0\n\tat ")
        .contains("\nCaused by: java.lang.ArithmeticException: overflow\n");
  }

  @Test
  void aCheckedExceptionIsTracedTooAndNotItsWrapping() {
    assertThat(failing(new IOException("gone")).err().lines().skip(1).findFirst())
        .contains("java.io.IOException: gone");
  }

  @Test
  void anErrorOfTheJavaMachineIsTracedAndEndsTheCommandAlone() {
    CommandRun run = failing(new StackOverflowError());

    assertThat(run.exitCode()).isOne();
    assertThat(run.err()).contains("did not foresee", "\njava.lang.StackOverflowError\n\tat ");
  }

  @Test
  void tooLittleMemoryIsASentenceThatSaysHowToHaveMore() {
    CommandRun run = failing(new OutOfMemoryError("Java heap space"));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("Expected enough memory, but it ran out with a heap of at most ")
        .contains(" MB (Java heap space); allow more, such as GARAM_JAVA_OPTS=-Xmx2g,");
  }

  @Test
  void tooLittleMemoryBehindASentenceIsToldAsThat() {
    GaramException failure =
        new GaramException("Expected a model.", new OutOfMemoryError("Direct buffer memory"));

    assertThat(failing(failure).err()).startsWith("Expected enough memory");
  }

  @Test
  void tooLittleMemoryIsKnownFromWordsWhereAClassCouldNotBeMadeReady() {
    Error wordsAlone =
        new NoClassDefFoundError("Could not initialize class io.garam.nlu.onnx.OnnxRuntime");
    wordsAlone.initCause(
        new ExceptionInInitializerError(
            "Exception java.lang.OutOfMemoryError: Metaspace [in thread \"main\"]"));

    assertThat(Failures.isOutOfMemory(wordsAlone)).isTrue();
    assertThat(Failures.isOutOfMemory(new NoClassDefFoundError("io/garam/Missing"))).isFalse();
    assertThat(Failures.isOutOfMemory(new IllegalStateException())).isFalse();
  }
}
