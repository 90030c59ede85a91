package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.memory.DialogueModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model whose answer is the text itself, and which fails where the text says so. */
public final class KeywordModel implements IntentModel {

  private final List<Integer> batches = new ArrayList<>();

  @Override
  public boolean isBlank(String text) {
    return text.isBlank();
  }

  @Override
  public float[][] read(List<String> texts) {
    batches.add(texts.size());
    for (String text : texts) {
      if (text.equals("fail") || text.isBlank()) {
        throw new IllegalArgumentException("cannot read this");
      }
      if (text.equals("overflow")) {
        throw new StackOverflowError();
      }
    }
    return texts.stream().map(KeywordModel::row).toArray(float[][]::new);
  }

  @Override
  public Intent decide(float[] logits) {
    return new Intent(text(logits), 1, List.of(), new ModelReference("keyword", "1", "0"), null);
  }

  @Override
  public @Nullable DialogueModel dialogue() {
    return null;
  }

  /** Returns how many texts each call had. */
  public List<Integer> batches() {
    return List.copyOf(batches);
  }

  static float[] row(String text) {
    float[] row = new float[text.length()];
    for (int i = 0; i < row.length; i++) {
      row[i] = text.charAt(i);
    }
    return row;
  }

  static String text(float[] row) {
    StringBuilder text = new StringBuilder(row.length);
    for (float unit : row) {
      text.append((char) unit);
    }
    return text.toString();
  }
}
