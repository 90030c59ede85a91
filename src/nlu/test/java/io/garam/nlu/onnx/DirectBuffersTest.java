package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

/** Buffers that grow and are used again, and the tensors that are views of them. */
final class DirectBuffersTest {

  @Test
  void buffersAreOfTheMachineSoThatNothingIsCopied() {
    assertThat(DirectBuffers.ints(3).isDirect()).isTrue();
    assertThat(DirectBuffers.floats(3).isDirect()).isTrue();
    assertThat(DirectBuffers.ints(3).order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(DirectBuffers.floats(3).order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(DirectBuffers.ints(0).capacity()).isZero();
  }

  @Test
  void aBufferWithRoomIsGivenBackInTheSizeAskedFor() {
    IntBuffer ints = DirectBuffers.ints(10);
    ints.position(7);
    FloatBuffer floats = DirectBuffers.floats(10);
    floats.position(3).limit(4);

    assertThat(DirectBuffers.reserved(ints, 10)).isSameAs(ints);
    assertThat(DirectBuffers.reserved(ints, 4)).isSameAs(ints);
    assertThat(ints.position()).isZero();
    assertThat(ints.limit()).isEqualTo(4);
    assertThat(DirectBuffers.reserved(floats, 9)).isSameAs(floats);
    assertThat(floats.position()).isZero();
    assertThat(floats.limit()).isEqualTo(9);
  }

  @Test
  void aBufferThatGrowsHasHalfAsMuchAgainForTheNext() {
    IntBuffer ints = DirectBuffers.reserved(DirectBuffers.ints(2), 10);
    FloatBuffer floats = DirectBuffers.reserved(DirectBuffers.floats(2), 10);

    assertThat(ints.limit()).isEqualTo(10);
    assertThat(ints.capacity()).isEqualTo(15);
    assertThat(floats.limit()).isEqualTo(10);
    assertThat(floats.capacity()).isEqualTo(15);
    assertThat(DirectBuffers.reserved(ints, 15)).isSameAs(ints);
    assertThat(DirectBuffers.reserved(ints, 16)).isNotSameAs(ints);
  }

  @Test
  void tensorsAreNamedInTheirOrderAndFreedTogether() throws Exception {
    Feeds feeds = new Feeds(OrtEnvironment.getEnvironment());
    feeds.add("b", IntBuffer.wrap(new int[] {1, 2}), 2, 1);
    feeds.add("a", FloatBuffer.wrap(new float[] {3}), 1);

    assertThat(feeds.tensors().keySet()).containsExactly("b", "a");
    assertThat(feeds.tensors().get("b").getInfo().getShape()).containsExactly(2, 1);
    OnnxTensor tensor = feeds.tensors().get("a");
    assertThat(tensor.isClosed()).isFalse();
    feeds.close();
    assertThat(tensor.isClosed()).isTrue();
    assertThat(feeds.tensors().get("b").isClosed()).isTrue();
  }
}
