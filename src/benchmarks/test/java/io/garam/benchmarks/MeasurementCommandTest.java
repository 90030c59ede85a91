package io.garam.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.GaramException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class MeasurementCommandTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** A measurement that does as it is told. */
  @Command(name = "measure")
  static final class Measurement implements Callable<Integer> {

    @Option(names = "--code")
    private int code;

    @Option(names = "--fail")
    private @Nullable String fault;

    @Override
    public Integer call() {
      if (fault != null) {
        throw new GaramException(fault);
      }
      return code;
    }
  }

  @Test
  void whatTheMeasurementReturnsIsTheExitCode() {
    assertThat(execute("--code", "3")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void whatTheUserCanMendIsOneSentenceWithoutAStackTrace() {
    assertThat(execute("--fail", "Expected a corpus, but found none; name one.")).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly("Expected a corpus, but found none; name one.");
  }

  @Test
  void aFlagThatThereIsNotIsWrongUsage() {
    assertThat(execute("--speed")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--speed").contains("Usage: measure");
  }

  private int execute(String... args) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      return MeasurementCommand.execute(new Measurement(), args);
    } finally {
      System.setErr(before);
    }
  }
}
