package io.garam.training.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static io.garam.training.export.Attributes.attribute;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.garam.nlu.onnx.DialogueNetwork;
import io.garam.nlu.onnx.NetworkInputs;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the part of a trained classifier that reads an utterance. Here are the token vectors and
 * how the views come together; the network over the vectors is {@link ViewGraph}'s.
 */
final class UtteranceExporter {

  private final GraphBuilder graph = new GraphBuilder();

  private UtteranceExporter() {}

  /** Returns a graph with the inputs and the output of {@link NetworkInputs}. */
  static ModelProto export(NetworkWeights weights) {
    return new UtteranceExporter().graph(weights);
  }

  private ModelProto graph(NetworkWeights weights) {
    List<String> answers = new ArrayList<>();
    if (weights.words() != null) {
      answers.add(words(weights.words()));
    }
    if (weights.characters() != null) {
      answers.add(characters(weights.characters()));
    }
    if (weights.followsDialogues()) {
      graph.node("Concat", DialogueNetwork.VECTOR, answers, attribute("axis", 1));
      graph.output(DialogueNetwork.VECTOR, FLOAT, "batch", "vector");
    } else {
      graph.node("Mean", NetworkInputs.LOGITS, answers);
      graph.output(NetworkInputs.LOGITS, FLOAT, "batch", "labels");
    }
    return graph.build();
  }

  private String words(WordWeights words) {
    String rows = graph.input(NetworkInputs.WORDS, INT32, "batch", "time");
    String unknowns = graph.input(NetworkInputs.UNKNOWNS, INT32, "batch", "time");
    String subwords = graph.input(NetworkInputs.SUBWORDS, INT32, "spelled", "ngrams");
    String scales = graph.input(NetworkInputs.SUBWORD_SCALES, FLOAT, "spelled", "one");
    String lengths = graph.input(NetworkInputs.LENGTHS, INT32, "batch");
    String known = lookUp("words", words.ready(), rows);
    String ngrams = lookUp("subwords", words.subwords(), subwords);
    String tokens = tokenVectors(known, ngrams, scales, unknowns);
    return new ViewGraph(new GraphScope(graph, "word"), words.view()).answer(tokens, lengths);
  }

  private String characters(CharacterWeights characters) {
    String rows =
        graph.input(NetworkInputs.CHARACTERS, INT32, "batch", "characters", "ngrams_of_character");
    String lengths = graph.input(NetworkInputs.CHARACTER_LENGTHS, INT32, "batch");
    String ngrams = lookUp("characters", characters.ngrams(), rows);
    String vectors = sum("character_vectors", ngrams, graph.longs("character_ngram_axis", 2));
    return new ViewGraph(new GraphScope(graph, "character"), characters.view())
        .answer(vectors, lengths);
  }

  /** A token's ready row, plus its scaled sum of n-gram rows where it is out of the vocabulary. */
  private String tokenVectors(String known, String ngrams, String scales, String unknowns) {
    String sums = sum("ngram_sums", ngrams, graph.longs("ngram_axis", 1));
    String spelled = graph.node("Mul", "spelled_vectors", List.of(sums, scales));
    String unknown = graph.node("Gather", "unknown_vectors", List.of(spelled, unknowns));
    return graph.node("Add", "token_vectors", List.of(known, unknown));
  }

  private String sum(String name, String ngrams, String axis) {
    return graph.node("ReduceSum", name, List.of(ngrams, axis), attribute("keepdims", 0));
  }

  /** The runtime computes the table once, at loading, since nothing in it depends on an input. */
  private String lookUp(String name, QuantizedTable table, String rows) {
    String values = graph.bytes(name + "_bytes", table.values(), table.rows(), table.columns());
    String scales = graph.floats(name + "_scales", table.scales(), table.rows(), 1);
    String cast =
        graph.node("Cast", name + "_floats", List.of(values), attribute("to", FLOAT.getNumber()));
    String vectors = graph.node("Mul", name + "_table", List.of(cast, scales));
    return graph.node("Gather", name + "_vectors", List.of(vectors, rows));
  }
}
