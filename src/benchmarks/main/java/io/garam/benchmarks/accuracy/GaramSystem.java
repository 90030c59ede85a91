package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.TrainingCommand;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.training.LabelledPredictions;
import io.garam.training.corpus.Corpus;
import io.garam.training.packaging.TaggingCost;
import io.garam.training.settings.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Garam as a user has it: the command {@code garam train} without any setting but the seed, and the
 * speed where it is not the default.
 *
 * @param speed that is asked for
 */
record GaramSystem(Speed speed) implements ComparedSystem {

  static final String NAME = "Garam";

  /** Seconds of a training after which its cost is looked at for as long as ever. */
  private static final double LONG_TRAINING = 60;

  @Override
  public String name() {
    return speed == Speed.BALANCED ? NAME : NAME + " " + flag();
  }

  private String flag() {
    return speed.name().toLowerCase(Locale.ROOT);
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

  private List<String> command(MeasuredCorpus corpus, String seed, Path out) {
    List<String> command = new ArrayList<>(List.of("train", "--corpus", corpus.train().toString()));
    if (speed != Speed.BALANCED) {
      command.addAll(List.of("--speed", flag()));
    }
    command.addAll(List.of("--valid", corpus.valid().toString()));
    command.addAll(List.of("--seed", seed, "--out", out.toString()));
    return command;
  }

  @Override
  public Answers answers(MeasuredCorpus corpus, long seed, Path work) {
    Path model = work.resolve("model");
    List<String> command = command(corpus, String.valueOf(seed), model);
    TrainingCommand.run(command);
    try (OnnxClassifier classifier = OnnxClassifier.load(model)) {
      Corpus measured = MeasuredCorpus.read(corpus.test());
      return new Answers(
          answers(measured, classifier),
          TaggingCost.micros(classifier, measured.said(), LONG_TRAINING));
    }
  }

  /** The most probable label, since a decision for unknown is no intent. */
  private static List<Answer> answers(Corpus corpus, OnnxClassifier classifier) {
    return LabelledPredictions.of(classifier, corpus, done -> {}).stream()
        .map(prediction -> new Answer(prediction.best(), prediction.confidence()))
        .toList();
  }
}
