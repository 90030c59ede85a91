package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.Intent;
import io.garam.streams.batching.Prepared.EndOfDialogue;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.statistics.TaggingCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private final KeywordModel model = new KeywordModel();
  private final TaggingCounter statistics = new TaggingCounter();
  private final Preparation preparation = preparation(model);

  private Preparation preparation(IntentModel ofModel) {
    return new Preparation(
        new EventReader(
            Map.of(
                EventField.TEXT, JsonPointer.compile("/text"),
                EventField.END, JsonPointer.compile("/end")),
            ExistingIntent.REPLACE,
            1 << 20),
        ModelChoice.always(ofModel),
        statistics);
  }

  private static byte[] event(String text) {
    return ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }

  private List<Prepared> prepareBatch(List<byte[]> values) {
    return preparation.prepareBatch(records(values));
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(List<byte[]> values) {
    return values.stream()
        .map(value -> new ConsumerRecord<byte[], byte[]>("utterances", 0, 0, null, value))
        .toList();
  }

  private String labelOf(Prepared prepared) {
    return prepared instanceof Read read
        ? model.decide(read.row()).label()
        : prepared.getClass().getSimpleName();
  }

  @Test
  void goodTextsShareOneRunInTheirOrder() {
    List<Prepared> prepared = prepareBatch(List.of(event("a"), event("b"), event("c")));
    assertThat(prepared).map(this::labelOf).containsExactly("a", "b", "c");
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
    assertThat(prepareBatch(values))
        .map(this::labelOf)
        .containsExactly("a", "Tombstone", "Rejected", "Rejected", "b");
    assertThat(model.batches()).containsExactly(2);
  }

  @Test
  void onlyTheCulpritOfAFailingBatchIsRejected() {
    List<Prepared> prepared =
        prepareBatch(List.of(event("a"), event("fail"), event("overflow"), event("b")));
    assertThat(prepared).map(this::labelOf).containsExactly("a", "Rejected", "Rejected", "b");
    assertThat(((Rejected) prepared.get(1)).reason()).hasMessageContaining("cannot read this");
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
          public float[][] read(List<String> texts) {
            throw new IllegalStateException("out of native memory");
          }

          @Override
          public Intent decide(float[] logits) {
            throw new AssertionError("nothing was read");
          }

          @Override
          public @Nullable DialogueModel dialogue() {
            return null;
          }
        };
    assertThatThrownBy(
            () -> preparation(broken).prepareBatch(records(List.of(event("a"), event("b")))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("out of native memory");
    assertThatThrownBy(() -> preparation(broken).prepareAlone(event("a")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRecordAloneComesOutAsInABatch() {
    Read alone = (Read) preparation.prepareAlone(event("a"));
    Read second = (Read) prepareBatch(List.of(event("b"), event("a"))).get(1);
    assertThat(alone.row()).isEqualTo(second.row());
    assertThat(alone.event()).usingRecursiveComparison().isEqualTo(second.event());
    assertThat(preparation.prepareAlone(null)).isEqualTo(new Tombstone());
    assertThat(statistics.counts().taggedAlone()).isEqualTo(2);
  }

  @Test
  void anEventThatEndsADialogueNeedsNoText() {
    List<byte[]> ends =
        Stream.of(
                "{\"end\":true}", "{\"end\":true, \"text\":\" \"}", "{\"text\":null,\"end\":true}")
            .map(json -> json.getBytes(UTF_8))
            .toList();
    List<Prepared> prepared = prepareBatch(ends);
    for (int i = 0; i < ends.size(); i++) {
      assertThat(((EndOfDialogue) prepared.get(i)).output(new IntentSerializer()))
          .isEqualTo(ends.get(i));
    }
    assertThat(model.batches()).isEmpty();
    assertThat(prepareBatch(List.of("{\"end\":\"true\"}".getBytes(UTF_8))))
        .map(this::labelOf)
        .containsExactly("Rejected");
  }
}
