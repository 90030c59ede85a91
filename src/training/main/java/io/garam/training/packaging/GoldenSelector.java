package io.garam.training.packaging;

import io.garam.nlu.Utterance;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Golden selector: chooses the utterances on which a bundle proves itself at every load: all
 * labels, short and long ones, and words that the model does not know.
 */
public final class GoldenSelector {

  private static final int UTTERANCES = 32;

  private GoldenSelector() {}

  /**
   * Chooses texts of a corpus: one with unknown words, then in turn from each label the shortest
   * and the longest that are left, up to 32 texts or one for each label.
   */
  public static List<String> of(Corpus corpus, UtteranceEncoder encoder) {
    Set<String> chosen = new LinkedHashSet<>();
    chosen.add(mostUnknown(corpus, encoder));
    List<Deque<String>> byLabel = byLabel(corpus);
    int wanted = Math.max(UTTERANCES, byLabel.size() + 1);
    for (boolean shortest = true; chosen.size() < wanted && !byLabel.isEmpty(); ) {
      for (Deque<String> texts : byLabel) {
        if (chosen.size() < wanted) {
          chosen.add(shortest ? texts.removeFirst() : texts.removeLast());
        }
      }
      byLabel.removeIf(Deque::isEmpty);
      shortest = !shortest;
    }
    return List.copyOf(chosen);
  }

  /** Returns how the longest dialogue of a corpus begins, up to 32 utterances. */
  public static List<Utterance> dialogue(Corpus corpus) {
    Map<String, List<Utterance>> dialogues =
        corpus.said().stream()
            .filter(utterance -> utterance.dialogue() != null)
            .collect(Collectors.groupingBy(Utterance::dialogue, TreeMap::new, Collectors.toList()));
    return dialogues.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(longest -> longest.subList(0, Math.min(longest.size(), UTTERANCES)))
        .orElse(List.of());
  }

  private static List<Deque<String>> byLabel(Corpus corpus) {
    Map<String, List<String>> texts = new TreeMap<>();
    for (LabelledUtterance utterance : corpus.utterances()) {
      texts.computeIfAbsent(utterance.label(), label -> new ArrayList<>()).add(utterance.text());
    }
    List<Deque<String>> queues = new ArrayList<>();
    for (List<String> sameLabel : texts.values()) {
      sameLabel.sort(Comparator.comparingInt(String::length).thenComparing(text -> text));
      queues.add(new ArrayDeque<>(sameLabel));
    }
    return queues;
  }

  /** Where a corpus has no unknown word, a text read backwards has some. */
  private static String mostUnknown(Corpus corpus, UtteranceEncoder encoder) {
    ToIntFunction<String> unknown = text -> encoder.encode(text).subwords().size();
    String most =
        corpus.texts().stream()
            .max(Comparator.comparingInt(unknown).thenComparing(text -> text))
            .orElseThrow();
    return unknown.applyAsInt(most) > 0 ? most : new StringBuilder(most).reverse().toString();
  }
}
