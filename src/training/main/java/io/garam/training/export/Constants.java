package io.garam.training.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Constants of an ONNX graph, as tensors with their numbers in little-endian bytes. */
final class Constants {

  private Constants() {}

  static TensorProto floats(String name, float[] values, long... shape) {
    ByteBuffer raw = littleEndian(values.length * Float.BYTES);
    raw.asFloatBuffer().put(values);
    return tensor(name, DataType.FLOAT, raw, shape);
  }

  static TensorProto bytes(String name, byte[] values, long... shape) {
    return tensor(name, DataType.INT8, ByteBuffer.wrap(values), shape);
  }

  static TensorProto longs(String name, long... values) {
    ByteBuffer raw = littleEndian(values.length * Long.BYTES);
    raw.asLongBuffer().put(values);
    return tensor(name, DataType.INT64, raw, values.length);
  }

  /** Returns a number, which has no dimension. */
  static TensorProto int32(String name, int value) {
    return tensor(name, DataType.INT32, littleEndian(Integer.BYTES).putInt(0, value));
  }

  private static TensorProto tensor(String name, DataType type, ByteBuffer raw, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(raw));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    return tensor.build();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
