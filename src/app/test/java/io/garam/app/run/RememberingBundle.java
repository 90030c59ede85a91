package io.garam.app.run;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.inference.DialogueNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A model that follows dialogues, made in a moment: the utterance network of a model that does not,
 * and behind it a GRU over dialogues with weights at random, large enough that every utterance of a
 * dialogue leaves its mark on the answers to those after it.
 */
final class RememberingBundle {

  private static final int STATE = 64;
  private static final int SPEAKER = 4;
  private static final float SCALE = 0.3f;
  private static final DialogueSpec DIALOGUE = new DialogueSpec(STATE, List.of("user", "system"));

  private RememberingBundle() {}

  /**
   * Writes a bundle.
   *
   * @param seed of the weights; another one is another model
   */
  static Path write(Path folder, Path utteranceModel, long seed) {
    ModelBundle base = ModelBundle.read(utteranceModel);
    ModelSpec spec = base.spec();
    int labels = spec.decision().labels().size();
    ModelBundle.write(
        folder,
        new ModelSpec(
            spec.format(),
            "remembering",
            Long.toString(seed),
            spec.words(),
            spec.characters(),
            DIALOGUE,
            spec.decision(),
            spec.unknownLabel(),
            spec.files(),
            spec.provenance()),
        new Networks(base.networks().utterance(), step(labels, new Random(seed)).toByteArray()),
        base.vocabulary(),
        new GoldenUtterances(List.of()),
        "For tests.");
    return folder;
  }

  private static ModelProto step(int labels, Random random) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("step")
            .addInput(value(DialogueNetwork.VECTOR, DataType.FLOAT, "batch", "vector"))
            .addInput(value(DialogueNetwork.SPEAKER, DataType.INT32, "batch"))
            .addInput(value(DialogueNetwork.STATE, DataType.FLOAT, "batch", "state"))
            .addOutput(value(DialogueNetwork.LOGITS, DataType.FLOAT, "batch", "labels"))
            .addOutput(value(DialogueNetwork.NEXT_STATE, DataType.FLOAT, "batch", "state"))
            .addInitializer(weights("speakers", random, DIALOGUE.speakerRows(), SPEAKER))
            .addInitializer(weights("w", random, 1, 3 * STATE, labels + SPEAKER))
            .addInitializer(weights("r", random, 1, 3 * STATE, STATE))
            .addInitializer(weights("out", random, STATE, labels))
            .addInitializer(
                TensorProto.newBuilder()
                    .setName("first")
                    .setDataType(DataType.INT64.getNumber())
                    .addDims(1)
                    .addInt64Data(0));
    node(graph, "Gather", List.of("speakers", DialogueNetwork.SPEAKER), "said_by");
    node(
        graph,
        "Concat",
        List.of(DialogueNetwork.VECTOR, "said_by"),
        "said",
        AttributeProto.newBuilder().setName("axis").setType(AttributeType.INT).setI(1).build());
    node(graph, "Unsqueeze", List.of("said", "first"), "sequence");
    node(graph, "Unsqueeze", List.of(DialogueNetwork.STATE, "first"), "before");
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("GRU")
            .addAllInput(List.of("sequence", "w", "r", "", "", "before"))
            .addAllOutput(List.of("", "after"))
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("hidden_size")
                    .setType(AttributeType.INT)
                    .setI(STATE)));
    node(graph, "Squeeze", List.of("after", "first"), DialogueNetwork.NEXT_STATE);
    node(graph, "MatMul", List.of(DialogueNetwork.NEXT_STATE, "out"), DialogueNetwork.LOGITS);
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build();
  }

  private static void node(
      GraphProto.Builder graph,
      String operator,
      List<String> inputs,
      String output,
      AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
  }

  private static TensorProto weights(String name, Random random, int... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT.getNumber());
    int size = 1;
    for (int dimension : shape) {
      tensor.addDims(dimension);
      size *= dimension;
    }
    for (int i = 0; i < size; i++) {
      tensor.addFloatData((float) random.nextGaussian() * SCALE);
    }
    return tensor.build();
  }

  private static ValueInfoProto value(String name, DataType type, String... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dimension : dimensions) {
      shape.addDim(Dimension.newBuilder().setDimParam(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
