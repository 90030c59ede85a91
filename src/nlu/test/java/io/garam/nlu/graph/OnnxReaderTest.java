package io.garam.nlu.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files written by ONNX's own classes or by hand, and what is read of them. */
final class OnnxReaderTest {

  private static GraphProto.Builder graph() {
    return GraphProto.newBuilder()
        .addInput(Models.value("a", 1, "batch", 3))
        .addOutput(Models.value("c", 6))
        .addInitializer(Models.longs("b", 1, -1))
        .addNode(Models.node("Add", List.of("a", "", "b"), "c", Models.attribute("axis", -1)));
  }

  private static OnnxGraph read(GraphProto.Builder graph) throws UnexpectedGraphException {
    return OnnxReader.read(Models.model(graph));
  }

  @Test
  void whatOnnxWritesIsReadInItsOrder() throws Exception {
    OnnxGraph read = read(graph().addNode(Models.node("Neg", List.of("c"), "d")));

    assertThat(read.inputs()).containsExactly("a float[batch,3]");
    assertThat(read.outputs()).containsExactly("c int32[]");
    assertThat(read.nodes())
        .extracting(OnnxGraph.Node::toString)
        .containsExactly("c = Add(a,,b) axis=-1", "d = Neg(c)");
    assertThat(read.tensors()).containsOnlyKeys("b");
    assertThat(read.tensors().get("b").declared()).isEqualTo("int64[2]");
    assertThat(read.tensors().get("b").values()).containsExactly(1L, -1L);
    assertThat(read.dimension("b", 0)).isEqualTo(2);
  }

  @Test
  void attributesOfEachKindAreReadAsTheyAreWritten() throws Exception {
    AttributeProto words =
        AttributeProto.newBuilder()
            .setName("direction")
            .setType(AttributeType.STRING)
            .setS(ByteString.copyFromUtf8("forward"))
            .build();
    AttributeProto numbers =
        AttributeProto.newBuilder()
            .setName("perm")
            .setType(AttributeType.INTS)
            .addInts(1)
            .addInts(0)
            .addInts(-2)
            .build();
    OnnxGraph read = read(graph().addNode(Models.node("T", List.of("a"), "t", words, numbers)));
    assertThat(read.nodes().get(1)).hasToString("t = T(a) direction=forward perm=[1, 0, -2]");
  }

  /** ONNX Runtime acts on the type alone: with another one, what stands there is left out. */
  @Test
  void anAttributeOfAnotherTypeThanItsValueIsRefused() {
    for (AttributeType type :
        List.of(AttributeType.FLOAT, AttributeType.STRING, AttributeType.INTS)) {
      AttributeProto number = Models.attribute("axis", 1).toBuilder().setType(type).build();
      assertThatThrownBy(() -> read(graph().addNode(Models.node("T", List.of("a"), "t", number))))
          .isInstanceOf(UnexpectedGraphException.class)
          .hasMessage("the attribute \"axis\", whose value is not of its type");
    }
  }

  /** Of an attribute with two values, the check saw the one and ONNX Runtime took the other. */
  @Test
  void anAttributeWithTwoValuesOrNoneIsRefused() {
    AttributeProto two =
        Models.attribute("axis", 1).toBuilder().setType(AttributeType.INTS).addInts(7).build();
    AttributeProto none =
        AttributeProto.newBuilder().setName("axis").setType(AttributeType.INT).build();
    AttributeProto untyped = AttributeProto.newBuilder().setName("axis").setI(1).build();
    for (AttributeProto attribute : List.of(two, none, untyped)) {
      assertThatThrownBy(
              () -> read(graph().addNode(Models.node("T", List.of("a"), "t", attribute))))
          .isInstanceOf(UnexpectedGraphException.class)
          .hasMessage("the attribute \"axis\", whose value is not of its type");
    }
  }

  @Test
  void dimensionsMayBePackedOrNot() throws Exception {
    // TensorProto: dims 1 and 2 packed; then type 3 (int8), name "b" and two bytes of numbers.
    String packed = "0a020102" + "1003" + "420162" + "4a02ff7f";
    String unpacked = "0801" + "0802" + "1003" + "420162" + "4a02ff7f";
    for (String tensor : List.of(packed, unpacked)) {
      OnnxGraph read = OnnxReader.read(model("2a" + length(tensor) + tensor));
      assertThat(read.tensors().get("b").declared()).isEqualTo("int8[1,2]");
      assertThat(read.tensors().get("b").values()).containsExactly(-1L, 127L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2a00             | the constant \"\" without type or shape",
        "2a04 1001 1001   | field 2 of a TensorProto twice",
        "2a05 1003420162  | 0 bytes for the constant \"b\", which is declared int8[]",
        "2a02 1002        | numbers of ONNX's type 2",
        "2a02 2200        | field 4 of ONNX's TensorProto",
        "0a02 1800        | a field of wire type 0 and not 2",
        "0a02 3a00        | field 7 of ONNX's NodeProto",
        "0a04 2a023200    | field 6 of ONNX's AttributeProto",
        "5a02 1a00        | field 3 of ONNX's ValueInfoProto",
        "5a04 12022200    | field 4 of ONNX's TypeProto",
        "5a06 12040a021a00 | field 3 of ONNX's TypeProto.Tensor",
        "5a08 12060a0412021200 | field 2 of ONNX's TensorShapeProto",
        "5a0a 12080a0612040a021a00 | field 3 of ONNX's TensorShapeProto.Dimension",
        "6a00             | field 13 of ONNX's GraphProto",
        "12017812017a     | field 2 of a GraphProto twice",
        "1000             | a field of wire type 0 and not 2"
      })
  void whatTrainingDoesNotWriteIsRefusedByTheNumberOfItsField(String graph, String found) {
    assertThatThrownBy(() -> OnnxReader.read(model(graph.replace(" ", ""))))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessage(found);
  }

  @ParameterizedTest
  @CsvSource({
    "0809, an IR version of 9 and not 8",
    "08ffffffffffffffffff01, an IR version of -1 and not 8",
    "42021012, an operator set of 18 and not 17",
    "42020a00, field 1 of ONNX's OperatorSetIdProto",
    "1a00, field 3 of ONNX's ModelProto",
    "0808, a model without a graph",
    "'', a model without a graph",
    "12016b, a model without a graph"
  })
  void modelsOfOtherVersionsOrOfNothingAreRefused(String model, String found) {
    assertThatThrownBy(() -> OnnxReader.read(HexFormat.of().parseHex(model)))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessage(found);
  }

  @Test
  void aMessageThatIsCutShortIsNeverReadAsAWholeOne() throws Exception {
    byte[] whole = Models.model(graph());
    int operatorSet = 4;
    for (int length = 1; length < whole.length - operatorSet; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(outcome(part)).as("the first %d bytes", length).isNotEqualTo(outcome(whole));
    }
  }

  @Test
  void bytesOfAnyKindAreReadOrRefusedAndNothingElse() throws Exception {
    byte[] whole = Models.model(graph());
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int left = 1 + random.nextInt(4); left > 0; left--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(outcome(damaged)).isNotNull();
    }
  }

  /** What is read, or the refusal; anything else that is thrown fails the test. */
  private static String outcome(byte[] model) {
    try {
      OnnxGraph graph = OnnxReader.read(model);
      return graph.inputs() + " " + graph.outputs() + " " + graph.nodes() + graph.tensors();
    } catch (UnexpectedGraphException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static byte[] model(String graph) {
    return HexFormat.of().parseHex("0808" + "3a" + length(graph) + graph);
  }

  private static String length(String hex) {
    return HexFormat.of().toHexDigits((byte) (hex.length() / 2));
  }
}
