package io.garam.streams.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueEntryTest {

  private static final DialogueMemory MEMORY = new DialogueMemory(1, null, new float[] {1});
  private static final DialogueMemory NEXT = new DialogueMemory(2, "user", new float[] {2});

  private static DialogueEntry entry(Long... utterances) {
    return new DialogueEntry("m", MEMORY, 5, List.of(utterances));
  }

  @Test
  void theLastEightUtterancesWithAnIdAreKnown() {
    DialogueEntry entry = entry();
    for (long id = 1; id <= 9; id++) {
      entry = entry.after(NEXT, 5 + id, id);
    }
    assertThat(entry.utterances()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(entry.has(1L)).isFalse();
    assertThat(entry.has(2L)).isTrue();
    assertThat(entry.time()).isEqualTo(14);
    assertThat(entry.model()).isEqualTo("m");
    assertThat(entry.memory()).isSameAs(NEXT);
  }

  @Test
  void anUtteranceWithoutAnIdIsRememberedAndNotKnown() {
    DialogueEntry after = entry(1L, 2L).after(NEXT, 6, null);
    assertThat(after.utterances()).containsExactly(1L, 2L);
    assertThat(after.memory()).isSameAs(NEXT);
    assertThat(after.has(null)).isFalse();
  }

  @Test
  void anEntryOfBeforeStaysAsItWas() {
    List<Long> utterances = new ArrayList<>(List.of(1L));
    DialogueEntry before = new DialogueEntry("m", MEMORY, 5, utterances);
    var unused = before.after(NEXT, 6, 2L);
    utterances.add(3L);
    assertThat(before.utterances()).containsExactly(1L);
    assertThat(before.time()).isEqualTo(5);
  }

  /** Idle times of eight seconds and less would have it swept all the time. */
  @ParameterizedTest
  @CsvSource({"PT1H, PT7M30S", "PT8S, PT1S", "PT9S, PT1.125S", "PT1S, PT1S", "PT0.001S, PT1S"})
  void theStoreIsSweptEightTimesInAnIdleTimeAndNotMoreThanOnceASecond(
      Duration idle, Duration period) {
    assertThat(new DialogueSettings(idle, StoreKind.MEMORY).sweepPeriod()).isEqualTo(period);
  }
}
