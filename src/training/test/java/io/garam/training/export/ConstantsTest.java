package io.garam.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.junit.jupiter.api.Test;

final class ConstantsTest {

  @Test
  void floatsAreLittleEndian() {
    TensorProto tensor = Constants.floats("weights", new float[] {1, -2}, 2, 1);

    assertThat(tensor.getName()).isEqualTo("weights");
    assertThat(tensor.getDataType()).isEqualTo(DataType.FLOAT.getNumber());
    assertThat(tensor.getDimsList()).containsExactly(2L, 1L);
    assertThat(tensor.getRawData().toByteArray()).containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
  }

  @Test
  void longsHaveOneDimension() {
    TensorProto tensor = Constants.longs("shape", -1, 3);

    assertThat(tensor.getDataType()).isEqualTo(DataType.INT64.getNumber());
    assertThat(tensor.getDimsList()).containsExactly(2L);
    assertThat(tensor.getRawData().toByteArray())
        .startsWith(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
        .endsWith(3, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void aNumberHasNoDimension() {
    TensorProto tensor = Constants.int32("axis", 258);

    assertThat(tensor.getDimsList()).isEmpty();
    assertThat(tensor.getRawData().toByteArray()).containsExactly(2, 1, 0, 0);
  }

  @Test
  void bytesStayAsTheyAre() {
    TensorProto tensor = Constants.bytes("table", new byte[] {-128, 0, 127}, 1, 3);

    assertThat(tensor.getDataType()).isEqualTo(DataType.INT8.getNumber());
    assertThat(tensor.getRawData().toByteArray()).containsExactly(-128, 0, 127);
  }
}
