package io.garam.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrongUsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | did you mean train?",
        "deadletters | did you mean dead-letters?",
        "tag --modle m | for --modle, did you mean --model?",
        "tag --model=m --jsno | for --jsno, did you mean --json?",
        "train --corpsu=x --out=y | for --corpsu, did you mean --corpus?"
      })
  void whatWasLikelyMeantIsSaid(String arguments, String meant) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.err()).contains(meant);
    requireUsageError(run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --port 70000 | --port to be a whole number from 0 to 65535, but found 70000",
        "run --port -1 | --port to be a whole number from 0 to 65535, but found -1",
        "run --threads 0 --model m | --threads to be a whole number from 1 to 1000, but found 0",
        "replay --topic t --bootstrap-server b:1 --model m --threads 0 | --threads to be a whole",
        "demo --rate 0 | --rate to be a whole number from 1 to 1000000, but found 0",
        "demo --rate -5 | --rate to be a whole number from 1 to 1000000, but found -5",
        "demo --rate 99999999999 | '--rate': expected a whole number of at most 9 digits",
        "dead-letters --limit -1 | --limit to be a whole number from 0 to",
        "train --corpus x --out y --folds 1 | --folds to be a whole number from 2 to 100",
        "train --corpus x --out y --deviation much | '--deviation': expected a number such as 0.5",
        "train --corpus x --out y --seed 1e3 | '--seed': expected a whole number",
        "train --corpus x --out y --cell grr | '--cell': expected one of [GRU"
      })
  void aValueOutOfRangeIsWrongUsage(String arguments, String said) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.err()).contains(said);
    requireUsageError(run);
  }

  @Test
  void anEscapeSequenceInAnArgumentDoesNotReachTheTerminal() {
    CommandRun run = CommandRun.of("tag", "--model=m", "--\u001b[2J");

    assertThat(run.err()).contains("\\u001b[2J").doesNotContain("\u001b[2J");
  }

  private static void requireUsageError(CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2).last().asString().matches("For help: garam.* --help");
  }
}
