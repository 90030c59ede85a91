package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeReaderTest {

  /** Answers each text that is a number with a logit of as much for the first of two labels. */
  private static final class Numbers implements TextReader {

    private final float factor;
    private final List<String> read = new ArrayList<>();
    private boolean closed;

    Numbers(float factor) {
      this.factor = factor;
    }

    @Override
    public float[][] read(List<String> texts) {
      read.addAll(texts);
      return texts.stream()
          .map(text -> new float[] {factor * Float.parseFloat(text), 0})
          .toArray(float[][]::new);
    }

    @Override
    public List<LayerRun> trace(String text) {
      float[][] none = {};
      return List.of(
          new LayerRun(
              Float.toString(factor),
              none,
              new float[0],
              new float[0][][],
              new float[0][][],
              new float[0][][],
              none));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Numbers words = new Numbers(1);
  private final Numbers characters = new Numbers(-3);
  private final CascadeReader reader =
      new CascadeReader(
          words, characters, new Cascade(1, 1, 0.9), new Decision(List.of("a", "b"), 1, 0));

  @Test
  void onlyWhatTheWordsLeaveInDoubtIsReadByItsCharacters() {
    float[][] logits = reader.read(List.of("5", "1", "-7", "0.5", "4"));

    assertThat(words.read).containsExactly("5", "1", "-7", "0.5", "4");
    assertThat(characters.read).containsExactly("1", "0.5");
    assertThat(logits)
        .isDeepEqualTo(new float[][] {{0, -5}, {-1, 0}, {-7, 0}, {-0.5f, 0}, {0, -4}});
  }

  @Test
  void whatTheAnswerComesFromIsTraced() {
    assertThat(reader.trace("5")).extracting(LayerRun::name).containsExactly("1.0");
    assertThat(reader.trace("0.5")).extracting(LayerRun::name).containsExactly("1.0", "-3.0");
  }

  @Test
  void nothingInIsNothingOut() {
    assertThat(reader.read(List.of())).isEmpty();
  }

  @Test
  void bothStagesAreClosed() {
    reader.close();

    assertThat(words.closed && characters.closed).isTrue();
  }
}
