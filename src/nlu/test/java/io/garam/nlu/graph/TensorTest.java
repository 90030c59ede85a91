package io.garam.nlu.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants of a graph: their sizes, their numbers, and their types by ONNX's codes. */
final class TensorTest {

  @Test
  void aShapeTakesTheBytesOfAllItsNumbers() {
    assertThat(Tensor.bytes(ElementType.FLOAT, List.of())).as("one number").isEqualTo(4);
    assertThat(Tensor.bytes(ElementType.INT8, List.of(3L, 5L))).isEqualTo(15);
    assertThat(Tensor.bytes(ElementType.INT32, List.of(3L, 5L))).isEqualTo(60);
    assertThat(Tensor.bytes(ElementType.INT64, List.of(2L, 3L, 4L))).isEqualTo(192);
    assertThat(Tensor.bytes(ElementType.INT8, List.of((long) Integer.MAX_VALUE)))
        .isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, 1",
    "65536, 65536",
    "4294967296, 4294967296",
    "9223372036854775807, 2",
    "0, 5",
    "5, 0",
    "-1, -1",
    "-4, 3",
    "-9223372036854775808, 1"
  })
  void aShapeThatNoArrayHoldsTakesNoNumberOfBytes(long one, long other) {
    for (ElementType type : ElementType.values()) {
      assertThat(Tensor.bytes(type, List.of(one, other))).isEqualTo(-1);
    }
  }

  @Test
  void wholeNumbersAreReadFromTheirLowestByteOn() {
    assertThat(tensor(ElementType.INT8, 0, 127, -128, -1).values())
        .containsExactly(0L, 127L, -128L, -1L);
    assertThat(tensor(ElementType.INT32, 1, 2, 0, 0, -1, -1, -1, -1).values())
        .containsExactly(513L, -1L);
    assertThat(tensor(ElementType.INT64, 0, 0, 0, 0, 1, 0, 0, 0).values())
        .containsExactly(1L << 32);
    assertThat(tensor(ElementType.FLOAT, 0, 0, 0x20, 0xC1).values()).containsExactly(-10L);
    assertThat(tensor(ElementType.INT64).values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneNumberThatIsNotFiniteIsFoundWhereverItStands(float number) {
    for (int at = 0; at < 3; at++) {
      ByteBuffer raw = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      Tensor tensor = new Tensor(ElementType.FLOAT, List.of(3L), raw);
      assertThat(tensor.isFinite()).isTrue();
      raw.putFloat(at * 4, number);
      assertThat(tensor.isFinite()).isFalse();
    }
  }

  @Test
  void theGreatestAndTheSmallestFloatsAreFinite() {
    ByteBuffer raw = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    raw.putFloat(Float.MAX_VALUE)
        .putFloat(-Float.MAX_VALUE)
        .putFloat(Float.MIN_VALUE)
        .putFloat(-0f);
    assertThat(new Tensor(ElementType.FLOAT, List.of(4L), raw.flip()).isFinite()).isTrue();
  }

  @Test
  void theBitsOfNaNAreANumberWhereTheyAreWhole() {
    assertThat(tensor(ElementType.INT32, 0, 0, 0xC0, 0x7F).isFinite()).isTrue();
  }

  @Test
  void lookingAtNumbersLeavesThemThere() {
    Tensor tensor = tensor(ElementType.INT32, 1, 0, 0, 0);
    assertThat(tensor.values()).isEqualTo(tensor.values()).containsExactly(1L);
    assertThat(tensor.raw().remaining()).isEqualTo(4);
    assertThat(tensor.raw().order()).isEqualTo(ByteOrder.BIG_ENDIAN);
  }

  @Test
  void aDeclarationIsTypeAndShape() {
    assertThat(
            new Tensor(ElementType.FLOAT, List.of(2L, 192L, 64L), ByteBuffer.allocate(0))
                .declared())
        .isEqualTo("float[2,192,64]");
    assertThat(ElementType.INT32.declared(List.of("batch", "time"))).isEqualTo("int32[batch,time]");
    assertThat(ElementType.INT64.declared(List.of())).isEqualTo("int64[]");
  }

  @ParameterizedTest
  @EnumSource
  void declarationsAreTheSameInTurkey(ElementType type) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(type.declared(List.of())).matches("[a-z]+[0-9]*\\[]");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** TensorProto.DataType of onnx.proto. */
  @ParameterizedTest
  @CsvSource({"1, FLOAT, 4", "3, INT8, 1", "6, INT32, 4", "7, INT64, 8"})
  void codesAreThoseOfOnnx(long code, ElementType type, int bytes) throws Exception {
    assertThat(ElementType.of(code)).isEqualTo(type);
    assertThat(type.bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, 4, 5, 8, 9, 10, 11, 16, -1, 4_294_967_297L})
  void typesThatTrainingDoesNotWriteAreRefusedByTheirCode(long code) {
    assertThatThrownBy(() -> ElementType.of(code))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessage("numbers of ONNX's type " + code);
  }

  private static Tensor tensor(ElementType type, int... bytes) {
    ByteBuffer raw = ByteBuffer.allocate(bytes.length);
    for (int one : bytes) {
      raw.put((byte) one);
    }
    return new Tensor(type, List.of((long) bytes.length / type.bytes()), raw.flip());
  }
}
