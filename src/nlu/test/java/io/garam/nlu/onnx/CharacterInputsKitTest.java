package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import io.garam.nlu.encoding.EncodedUtterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Characters pass the kit, and a graph is fed the views that it names. */
final class CharacterInputsKitTest implements ViewInputsKit {

  @Override
  public ViewInputs inputs() {
    return new CharacterInputs();
  }

  @Override
  public String refusal() {
    return "an utterance without characters cannot be classified";
  }

  @Override
  public EncodedUtterance utterance(int steps, Random random) {
    return new EncodedUtterance(
        new int[0], List.of(), random.ints(steps * 4L, 0, 1_000).toArray(), steps);
  }

  @Override
  public Map<String, Fed> expected(List<EncodedUtterance> batch) {
    int time = batch.stream().mapToInt(EncodedUtterance::characterSteps).max().orElseThrow();
    List<Float> characters = new ArrayList<>();
    List<Float> lengths = new ArrayList<>();
    for (EncodedUtterance utterance : batch) {
      lengths.add((float) utterance.characterSteps());
      for (int i = 0; i < time * 4; i++) {
        characters.add(i < utterance.characters().length ? utterance.characters()[i] : 0f);
      }
    }
    long size = batch.size();
    return Map.of(
        "characters", new Fed(List.of(size, (long) time, 4L), characters),
        "character_lengths", new Fed(List.of(size), lengths));
  }

  @Test
  void aGraphIsFedTheViewsThatItNamesAndNoOther() throws Exception {
    EncodedUtterance both =
        new EncodedUtterance(new int[] {2}, List.of(), new int[] {1, 2, 3, 4}, 1);
    Set<String> ofWords = Set.of("words", "unknowns", "subwords", "subword_scales", "lengths");
    Set<String> ofCharacters = Set.of("characters", "character_lengths");

    assertThat(names(ofWords, both)).isEqualTo(ofWords);
    assertThat(names(ofCharacters, both)).isEqualTo(ofCharacters);
    assertThat(names(Set.of("words", "characters"), both)).hasSize(7);
    assertThat(names(Set.of("vector"), both)).isEmpty();
  }

  @Test
  void aStepHasAsManyRowsAsTheEncoderGivesIt() throws Exception {
    EncodedUtterance one = new EncodedUtterance(new int[0], List.of(), new int[8], 1);
    EncodedUtterance two = new EncodedUtterance(new int[0], List.of(), new int[16], 2);
    NetworkInputs inputs = new NetworkInputs(Set.of("characters"));
    inputs.fill(List.of(one, two));
    try (Feeds feeds = new Feeds(OrtEnvironment.getEnvironment())) {
      inputs.feed(feeds);
      OnnxTensor characters = feeds.tensors().get("characters");
      assertThat(characters.getInfo().getShape()).containsExactly(2, 2, 8);
    }
  }

  private static Set<String> names(Set<String> ofGraph, EncodedUtterance utterance)
      throws Exception {
    NetworkInputs inputs = new NetworkInputs(ofGraph);
    inputs.fill(List.of(utterance));
    try (Feeds feeds = new Feeds(OrtEnvironment.getEnvironment())) {
      inputs.feed(feeds);
      return Set.copyOf(feeds.tensors().keySet());
    }
  }
}
