package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.EventReader;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private final KeywordModel model = new KeywordModel();
  private final TaggingStatistics statistics = new TaggingStatistics();
  private final Preparation preparation = preparation(model);

  private Preparation preparation(IntentModel ofModel) {
    return new Preparation(new EventReader(JsonPointer.compile("/text")), ofModel, statistics);
  }

  private static byte[] event(String text) {
    return ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }

  private static String labelOf(Prepared prepared) {
    return prepared instanceof Tagged tagged
        ? tagged.intent().label()
        : prepared.getClass().getSimpleName();
  }

  @Test
  void goodTextsShareOneRunInTheirOrder() {
    List<Prepared> prepared = preparation.prepareBatch(List.of(event("a"), event("b"), event("c")));
    assertThat(prepared).map(PreparationTest::labelOf).containsExactly("a", "b", "c");
    assertThat(model.batches()).containsExactly(3);
    assertThat(statistics.counts().batchedRecords()).isEqualTo(3);
  }

  @Test
  void badNeighboursDoNotReachTheModel() {
    List<byte[]> values = new ArrayList<>();
    values.add(event("a"));
    values.add(null);
    values.add(event(" "));
    values.add("nonsense".getBytes(UTF_8));
    values.add(event("b"));
    assertThat(preparation.prepareBatch(values))
        .map(PreparationTest::labelOf)
        .containsExactly("a", "Tombstone", "Rejected", "Rejected", "b");
    assertThat(model.batches()).containsExactly(2);
  }

  @Test
  void onlyTheCulpritOfAFailingBatchIsRejected() {
    List<Prepared> prepared =
        preparation.prepareBatch(List.of(event("a"), event("fail"), event("overflow"), event("b")));
    assertThat(prepared)
        .map(PreparationTest::labelOf)
        .containsExactly("a", "Rejected", "Rejected", "b");
    assertThat(((Rejected) prepared.get(1)).reason()).hasMessageContaining("cannot classify this");
  }

  @Test
  void aModelThatFailsOnEverythingStopsTheStream() {
    IntentModel broken =
        new IntentModel() {
          @Override
          public boolean isBlank(String text) {
            return false;
          }

          @Override
          public List<Intent> classify(List<String> texts) {
            throw new IllegalStateException("out of native memory");
          }
        };
    assertThatThrownBy(() -> preparation(broken).prepareBatch(List.of(event("a"), event("b"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("out of native memory");
    assertThatThrownBy(() -> preparation(broken).prepareAlone(event("a")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRecordAloneComesOutAsInABatch() {
    assertThat(preparation.prepareAlone(event("a")).output())
        .isEqualTo(preparation.prepareBatch(List.of(event("b"), event("a"))).get(1).output());
    assertThat(preparation.prepareAlone(null)).isEqualTo(new Tombstone());
    assertThat(statistics.counts().taggedAlone()).isEqualTo(2);
  }
}
