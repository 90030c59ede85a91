package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import io.garam.streams.deadletters.ResendRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ResendOptionsTest {

  private static ResendOptions parsed(String... flags) {
    return CommandLine.populateCommand(new ResendOptions(), flags);
  }

  @Test
  void lettersGoToTheInputTopicAloneUnlessOthersAreAllowed() {
    assertThat(parsed().request("utterances", List.of()))
        .isEqualTo(new ResendRequest(null, Set.of("utterances"), Set.of()));
    assertThat(parsed("--allow-topic=a", "--allow-topic=b").request("utterances", List.of()))
        .isEqualTo(new ResendRequest(null, Set.of("utterances", "a", "b"), Set.of()));
  }

  @Test
  void oneTopicMayTakeAllOfThem() {
    assertThat(parsed("--to=corrected").request("utterances", List.of("no-text")))
        .isEqualTo(new ResendRequest("corrected", Set.of("utterances"), Set.of("no-text")));
  }

  @Test
  void aReasonThatIsGivenTwiceIsAskedForOnce() {
    assertThat(parsed().request("utterances", List.of("no-text", "no-text")).reasons())
        .containsExactly("no-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--to=dead", "--allow-topic=dead"})
  void noLetterGoesToTheTopicThatItComesFrom(String flag) {
    assertThatThrownBy(() -> parsed("--allow-topic=other", flag).check("dead"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --to and --allow-topic to name topics that a tagger reads, but found dead,"
                + " the topic of the dead letters; name another.");
  }

  @Test
  void anyOtherTopicMayBeNamed() {
    assertThatCode(() -> parsed("--to=a", "--allow-topic=b").check("dead"))
        .doesNotThrowAnyException();
  }
}
