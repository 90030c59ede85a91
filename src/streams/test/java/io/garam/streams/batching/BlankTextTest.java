package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.statistics.TaggingCounter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlankTextTest {

  private static final int MOST_BYTES = 1 << 20;

  @Test
  void aTextOfInvisibleCharactersAloneIsNotTagged() {
    try (OnnxClassifier classifier =
        OnnxClassifier.load(Path.of("../../models/korean-intention"))) {
      Preparation preparation =
          new Preparation(
              new EventReader(
                  Map.of(EventField.TEXT, JsonPointer.compile("/text")),
                  ExistingIntent.REPLACE,
                  MOST_BYTES),
              ModelChoice.always(IntentModel.of(classifier)),
              new TaggingCounter());
      assertThat(preparation.prepareAlone(event("\u3164\ufeff\u200b")))
          .isInstanceOf(Rejected.class);
      assertThat(preparation.prepareAlone(event("\u3164네"))).isInstanceOf(Read.class);
    }
  }

  private static byte[] event(String text) {
    return ("{\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }
}
