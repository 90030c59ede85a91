package io.garam.streams.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.io.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of an intent, beside that of the JSON mapper. */
final class IntentSerializerTest {

  private static final List<String> LABELS =
      List.of(
          "",
          "문의",
          "unknown",
          "a\"b\\c/d",
          "\u0000\u0001\b\f\n\r\t\u001f\u007f\u0085\u2028\u2029",
          "😀 \ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ud83d\"",
          "\ufeff\ufffd\uffff",
          "<script>&amp;",
          "l".repeat(3_000));

  private static final float[] NUMBERS = {
    0f,
    -0f,
    1f,
    0.5f,
    1e-3f,
    9.999999e-4f,
    1e7f,
    9999999f,
    2e-3f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY
  };

  private static byte[] mapper(Intent intent) throws JsonProcessingException {
    return Json.MAPPER
        .writer()
        .with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
        .writeValueAsString(intent)
        .getBytes(UTF_8);
  }

  private static byte[] bytes(ByteBuffer json) {
    byte[] bytes = new byte[json.remaining()];
    json.get(bytes);
    return bytes;
  }

  private static String label(Random random) {
    if (random.nextInt(3) > 0) {
      return LABELS.get(random.nextInt(LABELS.size()));
    }
    StringBuilder label = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      label.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
    }
    return label.toString();
  }

  private static float number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 1 -> Float.intBitsToFloat(random.nextInt());
      case 2 -> (float) Math.exp(-40 * random.nextDouble());
      default -> random.nextFloat();
    };
  }

  private static Intent intent(Random random) {
    List<Alternative> alternatives = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      alternatives.add(new Alternative(label(random), number(random)));
    }
    ModelReference model =
        random.nextInt(3) > 0
            ? new ModelReference("m", "1", "0123456789abcdef")
            : new ModelReference(label(random), label(random), label(random));
    Place place =
        random.nextBoolean()
            ? null
            : new Place(
                random.nextInt(),
                random.nextBoolean() ? random.nextBoolean() : null,
                random.nextBoolean() ? label(random) : null);
    return new Intent(label(random), number(random), alternatives, model, place);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void itsBytesAreThoseOfTheJsonMapper(int seed) throws JsonProcessingException {
    Random random = new Random(seed);
    IntentSerializer serializer = new IntentSerializer();
    for (int i = 0; i < 3_000; i++) {
      Intent intent = intent(random);
      assertThat(bytes(serializer.serialize(intent)))
          .as("%s", intent)
          .containsExactly(mapper(intent));
    }
  }

  @Test
  void moreLabelsThanAnyModelHasAreWrittenAsWell() throws JsonProcessingException {
    IntentSerializer serializer = new IntentSerializer();
    ModelReference model = new ModelReference("m", "1", "0");
    for (int i = 0; i < 20_100; i++) {
      Intent intent = new Intent("label " + i % 10_050, 0.25f, List.of(), model, null);
      assertThat(bytes(serializer.serialize(intent))).containsExactly(mapper(intent));
    }
  }
}
