package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.encoding.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words pass the kit; of unknown ones, the subwords too. */
final class WordInputsKitTest implements ViewInputsKit {

  @Override
  public ViewInputs inputs() {
    return new WordInputs();
  }

  @Override
  public String refusal() {
    return "an utterance without tokens cannot be classified";
  }

  @Override
  public EncodedUtterance utterance(int steps, Random random) {
    int[] words = random.ints(steps, Vocabulary.UNKNOWN, 5).toArray();
    List<int[]> subwords = new ArrayList<>();
    for (int word : words) {
      if (word == Vocabulary.UNKNOWN) {
        subwords.add(random.ints(random.nextInt(4), 1, 100).toArray());
      }
    }
    return new EncodedUtterance(words, subwords, new int[0], 0);
  }

  @Override
  public Map<String, Fed> expected(List<EncodedUtterance> batch) {
    int time = batch.stream().mapToInt(EncodedUtterance::length).max().orElseThrow();
    List<int[]> spelled = new ArrayList<>(List.of(new int[0]));
    batch.forEach(utterance -> spelled.addAll(utterance.subwords()));
    int width = Math.max(1, spelled.stream().mapToInt(rows -> rows.length).max().orElseThrow());
    List<Float> words = new ArrayList<>();
    List<Float> unknowns = new ArrayList<>();
    List<Float> lengths = new ArrayList<>();
    float unknown = 0;
    for (EncodedUtterance utterance : batch) {
      lengths.add((float) utterance.length());
      for (int t = 0; t < time; t++) {
        int word = t < utterance.length() ? utterance.words()[t] : 0;
        words.add((float) word);
        unknowns.add(word == Vocabulary.UNKNOWN ? ++unknown : 0);
      }
    }
    List<Float> subwords = new ArrayList<>();
    List<Float> scales = new ArrayList<>();
    for (int[] rows : spelled) {
      for (int n = 0; n < width; n++) {
        subwords.add(n < rows.length ? rows[n] : 0f);
      }
      scales.add(rows.length == 0 ? 0f : (float) (1 / Math.sqrt(rows.length)));
    }
    long size = batch.size();
    return Map.of(
        "words", new Fed(List.of(size, (long) time), words),
        "unknowns", new Fed(List.of(size, (long) time), unknowns),
        "subwords", new Fed(List.of((long) spelled.size(), (long) width), subwords),
        "subword_scales", new Fed(List.of((long) spelled.size(), 1L), scales),
        "lengths", new Fed(List.of(size), lengths));
  }

  @Test
  void aBatchByHandHasTheseTensors() throws Exception {
    EncodedUtterance one =
        new EncodedUtterance(
            new int[] {1, 7, 1}, List.of(new int[] {5, 6, 8, 9}, new int[] {4}), new int[0], 0);
    EncodedUtterance other = new EncodedUtterance(new int[] {3}, List.of(), new int[0], 0);

    Map<String, Fed> fed = ViewInputsKit.fed(inputs(), List.of(one, other));

    assertThat(fed.get("words").numbers()).containsExactly(1f, 7f, 1f, 3f, 0f, 0f);
    assertThat(fed.get("unknowns").numbers()).containsExactly(1f, 0f, 2f, 0f, 0f, 0f);
    assertThat(fed.get("subwords").numbers())
        .containsExactly(0f, 0f, 0f, 0f, 5f, 6f, 8f, 9f, 4f, 0f, 0f, 0f);
    assertThat(fed.get("subword_scales").numbers()).containsExactly(0f, 0.5f, 1f);
    assertThat(fed.get("lengths").numbers()).containsExactly(3f, 1f);
  }

  @Test
  void withoutUnknownWordsTheSubwordsAreOneRowOfPadding() throws Exception {
    EncodedUtterance known = new EncodedUtterance(new int[] {2}, List.of(), new int[0], 0);

    assertThat(ViewInputsKit.fed(inputs(), List.of(known)))
        .containsEntry("subwords", new Fed(List.of(1L, 1L), List.of(0f)))
        .containsEntry("subword_scales", new Fed(List.of(1L, 1L), List.of(0f)));
  }
}
