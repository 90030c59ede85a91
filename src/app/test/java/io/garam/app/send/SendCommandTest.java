package io.garam.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--events --speaker user | --events says that the lines are events",
        "--events --dialogue d   | --events says that the lines are events",
        "--dialogue d --key k    | Expected --dialogue or --key, but found both",
        "--text-pointer text     | Expected a JSON pointer such as /text for --text-pointer",
        "--config garam.input.format=text --events       | Expected texts alone",
        "--config garam.input.format=text --speaker user | Expected texts alone"
      })
  void flagsThatDoNotGoTogetherAreWrongUsage(String flags, String sentence) {
    List<String> args = new ArrayList<>(List.of("send", "--bootstrap-server", "localhost:1"));
    args.addAll(List.of(flags.split(" ")));
    CommandRun wrong = CommandRun.of(args.toArray(new String[0]));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains(sentence);
  }
}
