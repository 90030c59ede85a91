package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.garam.nlu.encoding.EncodedUtterance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the inputs of every view have to pass: the tensors are those of a plain rectangle. */
interface ViewInputsKit {

  /** Makes the inputs under test, with empty buffers. */
  ViewInputs inputs();

  /** Returns an utterance with so many steps in this view, at least one. */
  EncodedUtterance utterance(int steps, Random random);

  /** Returns the tensors that a batch must give, written out row by row. */
  Map<String, Fed> expected(List<EncodedUtterance> batch);

  /** Returns what is said of an utterance with nothing in this view. */
  String refusal();

  /**
   * A tensor that was fed.
   *
   * @param numbers all of them, whole ones as floats
   */
  record Fed(List<Long> shape, List<Float> numbers) {}

  /** Fills the inputs with a batch and reads the tensors that a run would see. */
  static Map<String, Fed> fed(ViewInputs inputs, List<EncodedUtterance> batch) throws OrtException {
    inputs.fill(batch);
    Map<String, Fed> fed = new LinkedHashMap<>();
    try (Feeds feeds = new Feeds(OrtEnvironment.getEnvironment())) {
      inputs.feed(feeds);
      for (Map.Entry<String, OnnxTensor> tensor : feeds.tensors().entrySet()) {
        fed.put(tensor.getKey(), read(tensor.getValue()));
      }
    }
    return fed;
  }

  private static Fed read(OnnxTensor tensor) {
    List<Float> numbers = new ArrayList<>();
    if (tensor.getInfo().type == OnnxJavaType.FLOAT) {
      var buffer = tensor.getFloatBuffer();
      buffer.rewind();
      while (buffer.hasRemaining()) {
        numbers.add(buffer.get());
      }
    } else {
      var buffer = tensor.getIntBuffer();
      buffer.rewind();
      while (buffer.hasRemaining()) {
        numbers.add((float) buffer.get());
      }
    }
    List<Long> shape =
        IntStream.range(0, tensor.getInfo().getShape().length)
            .mapToObj(i -> tensor.getInfo().getShape()[i])
            .toList();
    return new Fed(shape, numbers);
  }

  private List<EncodedUtterance> batch(Random random) {
    return IntStream.range(0, 1 + random.nextInt(6))
        .mapToObj(i -> utterance(1 + random.nextInt(7), random))
        .toList();
  }

  @Test
  default void aBatchIsARectanglePaddedWithZeros() throws OrtException {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      List<EncodedUtterance> batch = batch(random);
      assertThat(fed(inputs(), batch)).isEqualTo(expected(batch));
    }
  }

  @Test
  default void nothingOfABatchIsLeftForTheNext() throws OrtException {
    Random random = new Random(2);
    ViewInputs used = inputs();
    for (int i = 0; i < 200; i++) {
      List<EncodedUtterance> batch = batch(random);
      assertThat(fed(used, batch)).isEqualTo(expected(batch));
    }
  }

  @Test
  default void aLargeBatchAfterASmallOneHasTheRoomItNeeds() throws OrtException {
    Random random = new Random(3);
    ViewInputs used = inputs();
    for (int steps : new int[] {1, 300, 2, 301, 1}) {
      List<EncodedUtterance> batch = List.of(utterance(steps, random), utterance(1, random));
      assertThat(fed(used, batch)).isEqualTo(expected(batch));
    }
  }

  @Test
  default void anUtteranceWithNothingInTheViewIsRefusedAndHarmsNoOther() throws OrtException {
    Random random = new Random(4);
    ViewInputs used = inputs();
    EncodedUtterance empty = new EncodedUtterance(new int[0], List.of(), new int[0], 0);
    List<EncodedUtterance> good = List.of(utterance(3, random), utterance(1, random));
    assertThat(fed(used, good)).isEqualTo(expected(good));

    assertThatThrownBy(() -> used.fill(List.of(utterance(9, random), empty)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refusal());

    assertThat(fed(used, good)).isEqualTo(expected(good));
  }

  @Test
  default void theSameInputsMayBeFedTwice() throws OrtException {
    List<EncodedUtterance> batch = batch(new Random(5));
    ViewInputs used = inputs();
    assertThat(fed(used, batch)).isEqualTo(fed(used, batch));
    try (Feeds once = new Feeds(OrtEnvironment.getEnvironment());
        Feeds again = new Feeds(OrtEnvironment.getEnvironment())) {
      used.feed(once);
      used.feed(again);
      assertThat(once.tensors().keySet()).isEqualTo(again.tensors().keySet());
    }
  }
}
