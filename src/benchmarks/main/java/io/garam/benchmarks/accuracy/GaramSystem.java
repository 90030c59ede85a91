package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.TrainingCommand;
import io.garam.nlu.Decision;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.training.corpus.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Garam as a user has it: the command {@code garam train} without any setting but the seed. */
final class GaramSystem implements ComparedSystem {

  private static final int BATCH = 4_096;

  @Override
  public String name() {
    return "Garam";
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public boolean hasSeeds() {
    return true;
  }

  @Override
  public String recipe(MeasuredCorpus corpus) {
    return "garam " + String.join(" ", command(corpus, "SEED", Path.of("DIR")));
  }

  private static List<String> command(MeasuredCorpus corpus, String seed, Path out) {
    List<String> command = new ArrayList<>(List.of("train", "--corpus", corpus.train().toString()));
    command.addAll(List.of("--valid", corpus.valid().toString()));
    command.addAll(List.of("--seed", seed, "--out", out.toString()));
    return command;
  }

  @Override
  public List<Answer> answers(MeasuredCorpus corpus, long seed, Path work) {
    Path model = work.resolve("model");
    List<String> command = command(corpus, String.valueOf(seed), model);
    TrainingCommand.run(command);
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      return answers(MeasuredCorpus.read(corpus.test()), classifier);
    }
  }

  /** By the probabilities, since a decision for unknown is no intent. */
  private static List<Answer> answers(Corpus corpus, IntentClassifier classifier) {
    List<Answer> answers = new ArrayList<>(corpus.size());
    DialogueTracker tracker = new DialogueTracker(classifier);
    for (int start = 0; start < corpus.size(); start += BATCH) {
      List<Utterance> said = corpus.said().subList(start, Math.min(start + BATCH, corpus.size()));
      Arrays.stream(tracker.probabilities(said))
          .map(probabilities -> mostProbable(classifier.labels(), probabilities))
          .forEach(answers::add);
    }
    return answers;
  }

  private static Answer mostProbable(List<String> labels, float[] probabilities) {
    int best = Decision.mostProbable(probabilities);
    return new Answer(labels.get(best), probabilities[best]);
  }
}
