package io.garam.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HeapGrowthTest {

  private static Footprint heap(long bytes) {
    return new Footprint(0, bytes, 0);
  }

  @Test
  void theLastTwoSizesGiveTheBytesOfARowAndOfAMillion() {
    List<Integer> rows = List.of(1_000, 10_000, 30_000);
    List<Footprint> took = List.of(heap(90_000_000), heap(20_000_000), heap(24_000_000));

    assertThat(HeapGrowth.sentence(rows, took))
        .contains(
            "Live heap by row, between the last two: 200 bytes; of a million rows then 218 MB.");
  }

  @Test
  void oneSizeAloneSaysNothingOfGrowth() {
    assertThat(HeapGrowth.sentence(List.of(1_000), List.of(heap(1)))).isEmpty();
  }
}
