package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

final class ResultOptionsTest {

  /** A command with one result. */
  @Command(name = "measure")
  static final class Measure implements Runnable {

    @Mixin private ResultOptions result = new ResultOptions();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      result.print(spec, Map.of("accuracy", 0.123456789), "accuracy 0.1235\n\u001b[2J\n");
    }
  }

  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    int code = new CommandLine(new Measure()).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(code).isZero();
    return out.toString();
  }

  @Test
  void textHasItsControlCharactersEscaped() {
    assertThat(printed().lines()).hasSize(2).first().isEqualTo("accuracy 0.1235");
    assertThat(printed()).doesNotContain("\u001b");
  }

  @Test
  void jsonIsOneLineWithFiguresThatAreNotRounded() {
    assertThat(printed("--json").lines()).containsExactly("{\"accuracy\":0.123456789}");
  }
}
