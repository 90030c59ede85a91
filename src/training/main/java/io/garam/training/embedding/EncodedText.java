package io.garam.training.embedding;

import java.util.List;

/**
 * Encoded text: the token ids of a text for each view that a classifier learns from.
 *
 * @param views for each view the ids of the text's tokens there: words or characters
 */
public record EncodedText(List<int[]> views) {

  /** Returns the length of the longest view, which is what learning from it costs. */
  public int length() {
    return views.stream().mapToInt(ids -> ids.length).max().orElseThrow();
  }
}
