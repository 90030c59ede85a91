package io.garam.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IntentCountsTest {

  @Test
  void theCommonestComesFirstAndEqualOnesByTheAlphabet() {
    IntentCounts counts = new IntentCounts();
    List.of("request", "inform", "greeting", "inform").forEach(counts::add);

    assertThat(counts.labels()).isEqualTo(3);
    assertThat(counts.commonestFirst())
        .containsExactly(Map.entry("inform", 2), Map.entry("greeting", 1), Map.entry("request", 1));
  }
}
