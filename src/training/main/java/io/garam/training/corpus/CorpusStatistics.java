package io.garam.training.corpus;

import io.garam.nlu.text.NormalForm;
import io.garam.nlu.text.Printable;
import io.garam.training.corpus.CorpusReview.Flaw;
import io.garam.training.corpus.CorpusReview.LabelCount;
import io.garam.training.corpus.CorpusReview.Part;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  private static final int LONGEST_EXAMPLE = 40;
  private static final int MOST_LABELS = 3;

  /** Returns what is worth knowing of the corpora. */
  public CorpusReview review() {
    Map<String, Set<String>> labels = labelsByText();
    return new CorpusReview(
        new Part(train.name(), train.size()),
        new Part(valid.name(), valid.size()),
        labelCounts(),
        first(valid.texts(), text -> labels.containsKey(text.strip())),
        ambiguous(labels),
        first(texts(), this::isCut),
        first(texts(), text -> tokens.apply(text).isEmpty()));
  }

  private List<String> texts() {
    return Stream.concat(train.texts().stream(), valid.texts().stream()).toList();
  }

  private Map<String, Set<String>> labelsByText() {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    // Nearly all texts have one label: of a million they share a set for each label.
    Map<String, Set<String>> alone = new HashMap<>();
    for (LabelledUtterance utterance : train.utterances()) {
      labels.merge(
          utterance.text().strip(),
          alone.computeIfAbsent(utterance.label(), Set::of),
          CorpusStatistics::union);
    }
    return labels;
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    if (some.containsAll(more)) {
      return some;
    }
    Set<String> both = new TreeSet<>(some);
    both.addAll(more);
    return both;
  }

  private List<LabelCount> labelCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    train.utterances().forEach(utterance -> counts.merge(utterance.label(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> new LabelCount(count.getKey(), count.getValue()))
        .sorted(Comparator.comparingInt(LabelCount::utterances))
        .toList();
  }

  private static Flaw ambiguous(Map<String, Set<String>> labels) {
    List<String> examples =
        labels.entrySet().stream()
            .filter(text -> text.getValue().size() > 1)
            .map(text -> quoted(text.getKey()) + " as " + someOf(text.getValue()))
            .toList();
    return new Flaw(examples.size(), labels.size(), examples.isEmpty() ? "" : examples.get(0));
  }

  private static String someOf(Set<String> labels) {
    String some = labels.stream().limit(MOST_LABELS).collect(Collectors.joining(", "));
    int more = labels.size() - MOST_LABELS;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static Flaw first(List<String> texts, Predicate<String> wanted) {
    List<String> found = texts.stream().filter(wanted).toList();
    return new Flaw(found.size(), texts.size(), found.isEmpty() ? "" : quoted(found.get(0)));
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

  private static String quoted(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return '"' + Printable.shortened(line, LONGEST_EXAMPLE) + '"';
  }
}
