package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

  private static final List<String> NAMES =
      List.of("commit.interval.ms", "num.stream.threads", "tag", "train");

  @ParameterizedTest
  @CsvSource({
    "comit.interval.ms, commit.interval.ms",
    "num.streams.threads, num.stream.threads",
    "tga, tag",
    "trian, train"
  })
  void aSlipOrTwoAreForgiven(String misspelt, String meant) {
    assertThat(Nearest.to(misspelt, NAMES)).contains(meant);
  }

  @Test
  void whatIsLikeNoneIsNotGuessed() {
    assertThat(Nearest.to("serve", NAMES)).isEmpty();
    assertThat(Nearest.to("", NAMES)).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "ca, abc, 3", "ab, ba, 1", "abc, abc, 0", "'', abc, 3"})
  void theDistanceIsThatOfOptimalStringAlignment(String one, String other, int slips) {
    assertThat(Nearest.distance(one, other)).isEqualTo(slips);
    assertThat(Nearest.distance(other, one)).isEqualTo(slips);
  }
}
