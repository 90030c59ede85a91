package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.options.OptionsFactory;
import io.garam.app.usage.UsageException;
import io.garam.streams.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ReplayOptionsTest {

  private static ReplayOptions parsed(String flags) {
    ReplayOptions options = new ReplayOptions();
    new CommandLine(options, new OptionsFactory(Map.of()))
        .parseArgs(flags.isEmpty() ? new String[0] : flags.split(" "));
    return options;
  }

  private static ReplayRequest request(String flags) {
    return parsed("--bootstrap-server=b:1 " + flags).request();
  }

  @Test
  void theTopicIsTheIdAndAllOfItIsReplayedUnlessFlagsSayOtherwise() {
    ReplayRequest request = request("--topic=calls --model=m");

    assertThat(request.id()).isEqualTo("calls");
    assertThat(request.topic()).isEqualTo("calls");
    assertThat(request.from()).isNull();
    assertThat(request.to()).isNull();
    assertThat(request.models()).containsExactly(Path.of("m"));
    assertThat(request.outputTopic()).isNull();
    assertThat(request.alsoRead()).isEmpty();
    assertThat(request.settings()).isEqualTo(Map.of("bootstrap.servers", "b:1"));
  }

  /** Read at once, partitions bring their utterances in another order than live. */
  @Test
  void aReplayTakesKeysForDialogues() {
    String flags = "--topic=calls --model=m --config=garam.dialogue.pointer=";
    assertThatThrownBy(() -> request(flags + "/call"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Expected a replay without garam.dialogue.pointer, ");
    assertThat(request(flags).settings()).containsEntry("garam.dialogue.pointer", "");
  }

  @Test
  void eachFlagHasItsPlaceInTheRequest() {
    ReplayRequest request =
        request(
            "--topic=calls --model=new --against=old --from=0:10 --to=0:20 --output-topic=again"
                + " --id=mine --gold-topic=corrections --live-topic=intents --text-pointer=/said"
                + " --threads=2");

    assertThat(request.id()).isEqualTo("mine");
    assertThat(request.models()).containsExactly(Path.of("new"), Path.of("old"));
    assertThat(request.from()).isEqualTo("0:10");
    assertThat(request.to()).isEqualTo("0:20");
    assertThat(request.outputTopic()).isEqualTo("again");
    assertThat(request.alsoRead()).containsExactly("corrections", "intents");
    assertThat(request.settings())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "b:1",
                "garam.text.pointer", "/said",
                "num.stream.threads", "2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topic=t | --model DIR, but it is missing.",
        "--model=m | --topic TOPIC, but it is missing.",
        "--against=m | --topic TOPIC and --model DIR, but they are missing."
      })
  void whatIsMissingIsNamed(String flags, String missing) {
    assertThatThrownBy(() -> request(flags))
        .isInstanceOf(UsageException.class)
        .hasMessage("Expected " + missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--gold=label | pointer such as /text for --gold",
        "--gold-topic=c --gold=label | pointer such as /text for --gold",
        "--output-topic=calls | an output topic other than the topic that is replayed",
        "--id=a/b | an id of at most 180",
        "--config=acks=some | acks",
        "--threads=0 | --threads to be a whole number from 1 to 1000"
      })
  void whatCannotBeIsWrongUsageBeforeAnyBrokerIsAsked(String flags, String said) {
    assertThatThrownBy(() -> request("--topic=calls --model=m " + flags))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--topic=t", "--model=m", "--against=m", "--output-topic=o", "--id=i"})
  void eachFlagThatSaysWhatIsReplayedCountsAsOne(String flag) {
    assertThat(parsed(flag).areGiven()).isTrue();
  }

  @Test
  void theFlagsOfTheBrokersAloneAreNoneOfAReplay() {
    assertThat(parsed("").areGiven()).isFalse();
    assertThat(parsed("--bootstrap-server=b:1 --config=acks=all").areGiven()).isFalse();
  }
}
