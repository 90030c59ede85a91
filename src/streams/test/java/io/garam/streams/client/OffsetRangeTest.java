package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetRangeTest {

  private static OffsetRange range(long from, long to) {
    return new OffsetRange(new TopicPartition("t", 0), from, to);
  }

  @Test
  void itsSizeIsTheOffsetsFromTheFirstToBeforeItsEnd() {
    assertThat(range(3, 7).size()).isEqualTo(4);
    assertThat(range(3, 4).isEmpty()).isFalse();
    assertThat(range(3, 3).size()).isZero();
    assertThat(range(3, 3).isEmpty()).isTrue();
    assertThat(range(0, Long.MAX_VALUE).size()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void oneThatEndsBeforeItBeginsIsNone() {
    assertThatThrownBy(() -> range(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no range is from 4 to 3");
  }

  @Test
  void thePartSinceAnOffsetNeverGrows() {
    assertThat(range(3, 7).since(5)).isEqualTo(range(5, 7));
    assertThat(range(3, 7).since(3)).isEqualTo(range(3, 7));
    assertThat(range(3, 7).since(0)).isEqualTo(range(3, 7));
    assertThat(range(3, 7).since(7)).isEqualTo(range(7, 7));
    assertThat(range(3, 7).since(Long.MAX_VALUE)).isEqualTo(range(7, 7));
    assertThat(range(3, 7).since(Long.MIN_VALUE)).isEqualTo(range(3, 7));
  }

  @Test
  void thePartUntilAnOffsetNeverGrows() {
    assertThat(range(3, 7).until(5)).isEqualTo(range(3, 5));
    assertThat(range(3, 7).until(7)).isEqualTo(range(3, 7));
    assertThat(range(3, 7).until(9)).isEqualTo(range(3, 7));
    assertThat(range(3, 7).until(3)).isEqualTo(range(3, 3));
    assertThat(range(3, 7).until(0)).isEqualTo(range(3, 3));
  }

  @Test
  void bothPartsTogetherAreTheWholeWhereverItIsCut() {
    for (long cut = 0; cut < 10; cut++) {
      assertThat(range(3, 7).until(cut).size() + range(3, 7).since(cut).size())
          .as("cut at %d", cut)
          .isEqualTo(4);
    }
  }

  @Test
  void whatIsLeftBeginsWhereTheGroupIs() {
    OffsetRange range = range(3, 7);
    assertThat(range.left(Map.of())).isEqualTo(range);
    assertThat(range.left(Map.of(range.partition(), 5L))).isEqualTo(range(5, 7));
    assertThat(range.left(Map.of(range.partition(), 9L))).isEqualTo(range(7, 7));
  }

  @Test
  void theSizeOfManyIsThatOfAllTogether() {
    assertThat(OffsetRange.size(List.of(range(3, 7), range(4, 4), range(0, 2)))).isEqualTo(6);
    assertThat(OffsetRange.size(List.of())).isZero();
  }
}
