package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import java.util.ArrayList;
import java.util.List;

/** A model whose answer is the text itself, and which fails where the text says so. */
public final class KeywordModel implements IntentModel {

  private final List<Integer> batches = new ArrayList<>();

  @Override
  public boolean isBlank(String text) {
    return text.isBlank();
  }

  @Override
  public List<Intent> classify(List<String> texts) {
    batches.add(texts.size());
    for (String text : texts) {
      if (text.equals("fail") || text.isBlank()) {
        throw new IllegalArgumentException("cannot classify this");
      }
      if (text.equals("overflow")) {
        throw new StackOverflowError();
      }
    }
    return texts.stream()
        .map(text -> new Intent(text, 1, List.of(), new ModelReference("keyword", "1", "0"), null))
        .toList();
  }

  /** Returns how many texts each call had. */
  public List<Integer> batches() {
    return List.copyOf(batches);
  }
}
