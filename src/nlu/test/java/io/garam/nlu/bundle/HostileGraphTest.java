package io.garam.nlu.bundle;

import static io.garam.nlu.bundle.ForgedBundle.content;
import static io.garam.nlu.bundle.ForgedBundle.dialogue;
import static io.garam.nlu.bundle.ForgedBundle.graph;
import static io.garam.nlu.bundle.ForgedBundle.plain;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.ByteString;
import io.garam.nlu.bundle.ForgedBundle.Forgery;
import io.garam.nlu.bundle.ForgedBundle.Hostile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs that ONNX Runtime must never see, though their digests match. */
final class HostileGraphTest {

  private static final String NETWORK = ModelBundle.NETWORK;
  private static final String STEP = ModelBundle.DIALOGUE_STEP;

  @TempDir private Path folder;

  static List<Hostile> graphs() {
    return List.of(
        plain("weights of NaN", weight("word_bias", Float.NaN), "not a finite number"),
        plain("endless weights", weight("words_scales", Float.POSITIVE_INFINITY), "not a finite"),
        plain("a loop", node(subgraph("Loop")), "field 6 of ONNX's AttributeProto"),
        plain("a choice", node(subgraph("If")), "field 6 of ONNX's AttributeProto"),
        plain("a scan", node(subgraph("Scan")), "field 6 of ONNX's AttributeProto"),
        plain("a loop without a body", node(named("Loop")), "x = Loop(logits)"),
        plain(
            "another domain", node(named("Gemm").setDomain("com.evil")), "field 7 of ONNX's Node"),
        plain("a node more", node(named("Add")), "in place of none more"),
        plain("a node less", onGraph(graph -> graph.removeNode(3)), "in place of the node"),
        plain("another operator", onGraph(HostileGraphTest::power), "Pow("),
        plain("another cell", onGraph(HostileGraphTest::relabelled), "the recurrent operator Scan"),
        plain("a million nodes", onGraph(HostileGraphTest::endless), "more than 20000 fields"),
        plain("a value doubled 60 times", onGraph(HostileGraphTest::doubled), "in place of"),
        plain("data in another file", tensor(HostileGraphTest::external), "field 13 of ONNX's"),
        plain(
            "a tensor of 400 GB",
            tensor(t -> dims(t, 100_000, 1_000_000)),
            "float[100000,1000000]"),
        plain(
            "a tensor beyond counting", tensor(t -> dims(t, 1L << 40, 1L << 40)), "declared float"),
        plain("a tensor below nothing", tensor(t -> dims(t, -1, -4)), "declared float[-1,-4]"),
        plain("an empty tensor", tensor(t -> dims(t, 0).clearRawData()), "declared float[0]"),
        plain(
            "numbers as text", tensor(t -> t.clearRawData().addFloatData(1)), "field 4 of ONNX's"),
        plain("numbers of another type", tensor(t -> t.setDataType(11)), "ONNX's type 11"),
        plain("a tensor twice", onGraph(g -> g.addInitializer(g.getInitializer(0))), "twice"),
        plain("a tensor more", onGraph(g -> g.addInitializer(spare())), "the constant a_spare"),
        plain(
            "a sparse tensor", onGraph(HostileGraphTest::sparse), "field 15 of ONNX's GraphProto"),
        plain("fewer rows of words", rows("words_bytes"), "words_bytes"),
        plain(
            "fewer rows of characters",
            onCharacters(graph -> shorter(graph, "characters_bytes")),
            "characters_bytes"),
        plain("words in place of characters", HostileGraphTest::swapped, "\"characters_bytes\""),
        plain("fewer labels", rows("word_output_bias"), "word_output_bias float[6]"),
        plain("a constant that shapes", shaping(), "character_flat int64[2] [-1, 127]"),
        plain(
            "an input of another name",
            onGraph(g -> g.getInputBuilder(0).setName("w")),
            "input w "),
        plain("an input more", onGraph(g -> g.addInput(g.getInput(0))), "in place of none more"),
        plain(
            "an output of another name",
            onGraph(g -> g.getOutputBuilder(0).setName("x")),
            "output x"),
        plain("an output more", onGraph(g -> g.addOutput(g.getOutput(0))), "in place of none more"),
        plain("no graph", graph(NETWORK, m -> m.clearGraph()), "a model without a graph"),
        plain(
            "another operator set",
            graph(NETWORK, m -> opset(m.getOpsetImportBuilder(0), 21)),
            "21"),
        plain("operators of others", graph(NETWORK, m -> m.addOpsetImport(others())), "twice"),
        plain("another IR version", graph(NETWORK, m -> m.setIrVersion(10)), "an IR version of 10"),
        plain("metadata", graph(NETWORK, m -> m.addMetadataProps(entry())), "field 14 of ONNX's"),
        plain(
            "training in it",
            graph(NETWORK, m -> m.addTrainingInfoBuilder()),
            "field 20 of ONNX's"),
        plain("a function", bytes(b -> joined(b, new byte[] {(byte) 0xca, 1, 0})), "field 25 of"),
        plain("two graphs", bytes(b -> joined(b, new byte[] {0x3a, 0})), "twice"),
        plain("a graph cut short", bytes(b -> Arrays.copyOf(b, b.length / 2)), "no ONNX model"),
        plain("no graph at all", content(NETWORK, "#!/bin/sh\nrm -rf /\n"), "but found"),
        plain("an empty graph", content(NETWORK, ""), "a model without a graph"),
        plain(
            "a name of 100,000",
            onGraph(g -> g.getInputBuilder(0).setName("w".repeat(100_000))),
            "…"),
        plain(
            "a name with escapes",
            onGraph(g -> g.getInputBuilder(0).setName("\u001b[2J")),
            "u001b"),
        plain("a word less", bundle -> vocabulary(bundle, 1), "words_bytes"),
        plain("a word twice", bundle -> vocabulary(bundle, 0), "twice"),
        dialogue(
            "steps of NaN", onStep(g -> replace(g, "view0_bias", 0, Float.NaN)), "not a finite"),
        dialogue(
            "fewer labels in a step", onStep(g -> shorter(g, "view0_output_bias")), "float[16]"),
        dialogue("a step's loop", onStep(g -> g.addNode(named("Loop"))), "Loop("),
        dialogue("a step's other input", onStep(g -> g.getInputBuilder(1).setName("who")), "who"),
        dialogue(
            "a step's other output", onStep(g -> g.getOutputBuilder(1).setName("s")), "output s"),
        dialogue(
            "the graph of an utterance as a step", HostileGraphTest::copied, "view0_last_states"));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void isRefusedInOneSentence(Hostile bundle) throws Exception {
    bundle.isRefused(folder);
  }

  private static Forgery onGraph(Consumer<GraphProto.Builder> edit) {
    return graph(NETWORK, model -> edit.accept(model.getGraphBuilder()));
  }

  private static Forgery onCharacters(Consumer<GraphProto.Builder> edit) {
    return graph(ModelBundle.CHARACTERS, model -> edit.accept(model.getGraphBuilder()));
  }

  private static void swapped(ForgedBundle bundle) throws IOException {
    bundle.write(ModelBundle.CHARACTERS, Files.readAllBytes(bundle.file(NETWORK)));
  }

  private static Forgery onStep(Consumer<GraphProto.Builder> edit) {
    return graph(STEP, model -> edit.accept(model.getGraphBuilder()));
  }

  private static Forgery node(NodeProto.Builder node) {
    return onGraph(graph -> graph.addNode(node));
  }

  private static NodeProto.Builder named(String operator) {
    return NodeProto.newBuilder().setOpType(operator).addInput("logits").addOutput("x");
  }

  private static NodeProto.Builder subgraph(String operator) {
    return named(operator)
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("body")
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(GraphProto.newBuilder().setName("body")));
  }

  private static void power(GraphProto.Builder graph) {
    graph.getNodeBuilder(1).setOpType("Pow");
  }

  private static void relabelled(GraphProto.Builder graph) {
    graph.getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals("GRU"))
        .forEach(node -> node.setOpType("Scan"));
  }

  private static void endless(GraphProto.Builder graph) {
    IntStream.range(0, 1_000_000).forEach(i -> graph.addNode(NodeProto.getDefaultInstance()));
  }

  private static void doubled(GraphProto.Builder graph) {
    String last = "words_table";
    for (int i = 0; i < 60; i++) {
      graph.addNode(
          NodeProto.newBuilder()
              .setOpType("Concat")
              .addInput(last)
              .addInput(last)
              .addOutput("doubled" + i));
      last = "doubled" + i;
    }
  }

  private static Forgery tensor(Consumer<TensorProto.Builder> edit) {
    return onGraph(graph -> edit.accept(builder(graph, "words_scales")));
  }

  private static TensorProto.Builder builder(GraphProto.Builder graph, String name) {
    return graph.getInitializerBuilderList().stream()
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void external(TensorProto.Builder tensor) {
    tensor
        .clearRawData()
        .setDataLocation(DataLocation.EXTERNAL)
        .addExternalData(entry().toBuilder().setKey("location").setValue("/etc/passwd"));
  }

  private static StringStringEntryProto entry() {
    return StringStringEntryProto.newBuilder().setKey("k").setValue("v").build();
  }

  private static TensorProto.Builder dims(TensorProto.Builder tensor, long... dims) {
    tensor.clearDims();
    Arrays.stream(dims).forEach(tensor::addDims);
    return tensor;
  }

  private static TensorProto spare() {
    return TensorProto.newBuilder()
        .setName("a_spare")
        .setDataType(1)
        .addDims(1)
        .setRawData(ByteString.copyFrom(new byte[4]))
        .build();
  }

  private static void sparse(GraphProto.Builder graph) {
    graph.addSparseInitializer(SparseTensorProto.getDefaultInstance());
  }

  private static Forgery weight(String name, float value) {
    return onGraph(graph -> replace(graph, name, 5, value));
  }

  private static void replace(GraphProto.Builder graph, String name, int index, float value) {
    TensorProto.Builder tensor = builder(graph, name);
    ByteBuffer raw = raw(tensor);
    raw.putFloat(index * Float.BYTES, value);
    tensor.setRawData(ByteString.copyFrom(raw));
  }

  private static ByteBuffer raw(TensorProto.Builder tensor) {
    return ByteBuffer.wrap(tensor.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Forgery rows(String name) {
    return onGraph(graph -> shorter(graph, name));
  }

  /** Takes a constant's last row away. */
  private static void shorter(GraphProto.Builder graph, String name) {
    TensorProto.Builder tensor = builder(graph, name);
    int rows = (int) tensor.getDims(0);
    int bytes = tensor.getRawData().size();
    tensor.setDims(0, rows - 1L).setRawData(tensor.getRawData().substring(0, bytes - bytes / rows));
  }

  private static Forgery shaping() {
    return onCharacters(
        graph -> {
          TensorProto.Builder tensor = builder(graph, "character_flat");
          tensor.setRawData(ByteString.copyFrom(raw(tensor).putLong(8, 127).rewind()));
        });
  }

  private static void opset(OperatorSetIdProto.Builder set, long version) {
    set.setVersion(version);
  }

  private static OperatorSetIdProto others() {
    return OperatorSetIdProto.newBuilder().setDomain("com.evil").setVersion(1).build();
  }

  /** Changes a file's bytes. */
  private interface BytesEdit {
    byte[] of(byte[] bytes);
  }

  private static Forgery bytes(BytesEdit edit) {
    return bundle -> bundle.write(NETWORK, edit.of(Files.readAllBytes(bundle.file(NETWORK))));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void copied(ForgedBundle bundle) throws Exception {
    bundle.write(STEP, Files.readAllBytes(bundle.file(NETWORK)));
  }

  /** Leaves the last words out, or has the first one twice where none is left out. */
  private static void vocabulary(ForgedBundle bundle, int fewer) throws Exception {
    List<String> words = Files.readAllLines(bundle.file(ModelBundle.VOCABULARY));
    if (fewer == 0) {
      words.set(1, words.get(0));
    }
    content(
            ModelBundle.VOCABULARY,
            String.join("\n", words.subList(0, words.size() - fewer)) + "\n")
        .alter(bundle);
  }
}
