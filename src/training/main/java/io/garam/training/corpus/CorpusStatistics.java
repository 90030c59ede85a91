package io.garam.training.corpus;

import io.garam.nlu.text.NormalForm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Corpus statistics: computes the statistics that a {@link CorpusReview} reports.
 *
 * @param train the training corpus, with at least one utterance
 * @param valid the validation corpus
 * @param tokens what the model reads of a text: as many of its tokens, or of its characters where
 *     it reads these alone, as are kept
 */
public record CorpusStatistics(
    Corpus train, Corpus valid, Function<String, ? extends List<?>> tokens) {

  /** Returns what is worth knowing of the corpora. */
  public CorpusReview review() {
    TextLabels labels = TextLabels.of(train);
    return new CorpusReview(
        new CorpusSize(train.name(), train.size()),
        new CorpusSize(valid.name(), valid.size()),
        labelCounts(),
        those(valid.texts(), labels::contain),
        labels.ambiguous(),
        those(texts(), this::isCut),
        those(texts(), text -> tokens.apply(text).isEmpty()));
  }

  private List<String> texts() {
    return Stream.concat(train.texts().stream(), valid.texts().stream()).toList();
  }

  private List<LabelCount> labelCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    train.utterances().forEach(utterance -> counts.merge(utterance.label(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> new LabelCount(count.getKey(), count.getValue()))
        .sorted(Comparator.comparingInt(LabelCount::utterances))
        .toList();
  }

  private static CorpusFlaw those(List<String> texts, Predicate<String> wanted) {
    return CorpusFlaw.of(
        texts.stream().filter(wanted).map(CorpusExample::quoted).toList(), texts.size());
  }

  /** Without its last character a text has other tokens, unless that was cut off anyway. */
  private boolean isCut(String text) {
    int end = text.length();
    while (end > 0 && NormalForm.isBlank(text.substring(end - 1, end))) {
      end--;
    }
    return end > 0
        && tokens
            .apply(text)
            .equals(tokens.apply(text.substring(0, text.offsetByCodePoints(end, -1))));
  }
}
