package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeadLetterOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--limit=-1 | Expected --limit to be a whole number from 0 to 2147483647, but found -1",
        "--replay --json | Expected --json without --replay, but found it with it",
        "--replay --all | Expected --all without --replay, but found it with it",
        "--to=t | Expected --to together with --replay, but found it without it",
        "--allow-topic=t | Expected --allow-topic together with --replay, but found it without it",
        "--replay --to=dead | Expected --to and --allow-topic to name topics that a tagger reads",
        "--reason=nonsense | but found nonsense; garam dead-letters lists what there is"
      })
  void flagsThatCannotBeAreRefusedBeforeAnyBrokerIsAsked(String flags, String sentence) {
    List<String> arguments =
        List.of(
            ("dead-letters --bootstrap-server=localhost:1 --topic=dead " + flags).split(" ", -1));

    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
  }
}
