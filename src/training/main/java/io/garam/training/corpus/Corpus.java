package io.garam.training.corpus;

import io.garam.nlu.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corpus: a set of labelled utterances that can be named and recognized again.
 *
 * @param name the name of its file
 * @param sha256 of the file in hexadecimal digits, absent where it was split off from another
 * @param utterances in the order of the file
 */
public record Corpus(String name, @Nullable String sha256, List<LabelledUtterance> utterances) {

  public Corpus {
    utterances = List.copyOf(utterances);
  }

  /** Returns how many utterances there are. */
  public int size() {
    return utterances.size();
  }

  /** Returns the distinct labels in alphabetical order. */
  public List<String> labels() {
    return utterances.stream().map(LabelledUtterance::label).distinct().sorted().toList();
  }

  /** Returns the texts in order. */
  public List<String> texts() {
    return utterances.stream().map(LabelledUtterance::text).toList();
  }

  /** Returns what was said, in order, without the intents. */
  public List<Utterance> said() {
    return utterances.stream().map(LabelledUtterance::utterance).toList();
  }

  /** Says whether any utterance belongs to a dialogue. */
  public boolean hasDialogues() {
    return utterances.stream().anyMatch(utterance -> utterance.dialogue() != null);
  }

  /** Returns the same corpus without the utterances of a label. */
  public Corpus without(String label) {
    return new Corpus(
        name,
        sha256,
        utterances.stream().filter(utterance -> !utterance.label().equals(label)).toList());
  }
}
