package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A linear support vector machine over weighted n-grams, by scikit-learn: {@code linear_svm.py},
 * with options that {@code tune_linear_svm.py} found best on the validation file of each corpus.
 */
final class LinearSvmBaseline implements ComparedSystem {

  private final Path script;

  /**
   * @param peers the folder of scripts in other languages
   */
  LinearSvmBaseline(Path peers) {
    this.script = peers.resolve("linear_svm.py");
  }

  @Override
  public String name() {
    return "linear SVM";
  }

  @Override
  public Optional<String> missing() throws InterruptedException {
    return Programs.pythonWith("sklearn").isPresent()
        ? Optional.empty()
        : Optional.of(
            "There is no Python with scikit-learn, so the linear SVM's rows are missing.");
  }

  @Override
  public boolean hasSeeds() {
    return false;
  }

  @Override
  public String recipe(MeasuredCorpus corpus) {
    return "linear_svm.py " + corpus.train() + " " + corpus.test() + " " + options(corpus);
  }

  private static String options(MeasuredCorpus corpus) {
    return switch (corpus.name()) {
      case "3i4k" -> "c=0.5 words=2 characters=4 views=both";
      // Not tuned yet.
      case "clinc150" -> "c=1 words=2 characters=5 views=both";
      case "atis" -> "c=4 words=2 characters=5 views=across";
      case "clinc-small" -> "c=2 words=2 characters=5 views=both";
      case "atis-small" -> "c=2 words=2 characters=6 views=across";
      case "korean-small" -> "c=1 words=3 characters=5 views=both";
      default -> throw notTuned(corpus);
    };
  }

  private static GaramException notTuned(MeasuredCorpus corpus) {
    return new GaramException(
        "Expected a corpus that the linear SVM's options were tuned for, but found "
            + corpus.name()
            + "; run src/benchmarks/peers/tune_linear_svm.py on its folder and add what it finds to"
            + " LinearSvmBaseline.");
  }

  @Override
  public Answers answers(MeasuredCorpus corpus, long seed, Path work)
      throws IOException, InterruptedException {
    String python =
        Programs.pythonWith("sklearn")
            .orElseThrow(
                () -> new GaramException("Expected a Python with scikit-learn; install it."));
    List<String> command =
        new ArrayList<>(
            List.of(
                python, script.toString(), corpus.train().toString(), corpus.test().toString()));
    command.addAll(List.of(options(corpus).split(" ", -1)));
    List<String> lines = Programs.run(command, work);
    return new Answers(
        lines.stream().skip(1).map(LinearSvmBaseline::answer).toList(),
        Double.parseDouble(lines.get(0)));
  }

  private static Answer answer(String line) {
    String[] parts = line.split("\t", -1);
    return new Answer(parts[0], Double.parseDouble(parts[1]));
  }
}
