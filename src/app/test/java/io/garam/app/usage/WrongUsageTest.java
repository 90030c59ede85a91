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
        "trian | Expected a command, but found trian; did you mean train?",
        "deadletters | Expected a command, but found deadletters; did you mean dead-letters?",
        "tag --modle m | of garam tag, but found --modle; did you mean --model?",
        "tag --model=m --jsno=1 | of garam tag, but found --jsno; did you mean --json?",
        "train --corpsu=x --out=y | but found --corpsu; did you mean --corpus?",
        "train --corpus x --out y --cell gur | or rnn, but found gur; did you mean gru?"
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
        "demo --rate 99999999999 | Expected --rate to be a whole number up to 2147483647",
        "dead-letters --limit -1 | --limit to be a whole number from 0 to",
        "train --corpus x --out y --folds 1 | --folds to be a whole number from 2 to 100",
        "train --corpus x --out y --deviation much | --deviation to be a number such as 0.5",
        "train --corpus x --out y --seed 1e3 | Expected --seed to be a whole number",
        "train --corpus x --out y --cell x | --cell to be gru, gru_reset_before, lstm or rnn, but",
        "train | Expected --corpus FILE and --out DIR, but they are missing.",
        "tag | Expected --model DIR, but it is missing.",
        "replay | Expected --topic TOPIC and --model DIR, but they are missing.",
        "replay --bootstrap-server b:1 --topic t | Expected --model DIR, but it is missing.",
        "replay --bootstrap-server b:1 --model m | Expected --topic TOPIC, but it is missing.",
        "replay --bootstrap-server b:1 --list --topic t | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --from 1d | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --to 1d | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --gold /l | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --gold-topic t | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --live-topic t | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --threads 2 | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --threshold 1 | Expected --list beside flags of the",
        "replay --bootstrap-server b:1 --list --text-pointer /t | Expected --list beside flags of",
        "run --bootstrap-server b:1 --model m --threshold 1.5 | Expected a threshold such as 0.6 or",
        "tag --model m --threshold a=2 x | 0 to 1, but found \"a=2\"; correct it, or leave it out.",
        "evaluate --model m --corpus c --threshold .1 --threshold .2 | one threshold for all labels",
        "replay --bootstrap-server b:1 --discard r --resume | Expected --discard beside flags of",
        "replay --bootstrap-server b:1 --discard r --list | but found both",
        "replay --list | a broker, but neither a flag nor bootstrap.servers",
        "tag --model | Expected a value after --model, but found none.",
        "tag --model a --model b | Expected --model once, but found it twice.",
        "tag --model a --json=5 | Expected --json alone, but found a value after it.",
        "run extra | Expected flags alone, but found extra."
      })
  void wrongUsageSaysWhatWasExpectedAndWhatWasFound(String arguments, String said) {
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
