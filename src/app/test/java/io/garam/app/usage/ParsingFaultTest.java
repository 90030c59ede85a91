package io.garam.app.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.garam.app.options.Numbers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

final class ParsingFaultTest {

  enum Shape {
    ROUND,
    SQUARE
  }

  /** A command with a flag of each kind. */
  @Command(name = "work")
  static final class Work {

    @Option(names = "--out", required = true, paramLabel = "DIR")
    String out;

    @Option(names = "--from", required = true, paramLabel = "TIME")
    String from;

    @Option(names = {"-n", "--number"})
    int number;

    @Option(names = "--long")
    long offset;

    @Option(names = "--share")
    Double share;

    @Option(names = "--shape")
    Shape shape;

    @Option(names = "--quiet")
    boolean quiet;

    @Option(names = "--config", paramLabel = "KEY=VALUE")
    Map<String, String> config;
  }

  private static String sentence(String... arguments) {
    CommandLine command =
        Numbers.readBy(new CommandLine(new Work())).setCaseInsensitiveEnumValuesAllowed(true);
    ParameterException fault =
        catchThrowableOfType(ParameterException.class, () -> command.parseArgs(arguments));
    return ParsingFault.sentence(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--number x | Expected --number to be a whole number up to 2147483647, but found 'x'.",
        "-n 1.5 | Expected --number to be a whole number up to 2147483647, but found '1.5'.",
        "--long x | Expected --long to be a whole number up to 9223372036854775807, but found 'x'.",
        "--share half | Expected --share to be a number such as 0.5, but found 'half'.",
        "--shape roun | Expected --shape to be round or square, but found roun; did you mean round?",
        "--shape LINE | Expected --shape to be round or square, but found LINE.",
        "--quiet=yes | Expected --quiet alone, but found a value after it.",
        "--config acks | Expected --config to be KEY=VALUE, but found acks.",
        "--number | Expected a value after --number, but found none.",
        "-n | Expected a value after --number, but found none.",
        "--number 1 -n 2 | Expected --number once, but found it twice.",
        "--nmuber=7 | Expected flags of work, but found --nmuber; did you mean --number?",
        "--colour red | Expected flags of work, but found --colour.",
        "extra | Expected flags alone, but found extra."
      })
  void eachFaultSaysWhatWasExpectedAndWhatWasFound(String fault, String sentence) {
    assertThat(sentence(("--out o --from t " + fault).split(" "))).isEqualTo(sentence);
  }

  @Test
  void flagsThatAreMissingAreNamedWithTheirValues() {
    assertThat(sentence("--out", "o")).isEqualTo("Expected --from TIME, but it is missing.");
    assertThat(sentence("--quiet"))
        .isEqualTo("Expected --out DIR and --from TIME, but they are missing.");
  }

  @Test
  void aFlagThatIsUnknownComesBeforeOneThatIsMissing() {
    assertThat(sentence("--form", "t", "--out", "o"))
        .isEqualTo("Expected flags of work, but found --form; did you mean --from?");
  }
}
