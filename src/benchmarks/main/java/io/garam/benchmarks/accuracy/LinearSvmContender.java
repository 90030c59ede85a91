package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A linear support vector machine over weighted n-grams, by scikit-learn: {@code linear_svm.py}.
 */
final class LinearSvmContender implements Contender {

  private final Path script;

  /**
   * @param peers the folder of scripts in other languages
   */
  LinearSvmContender(Path peers) {
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
    return "linear_svm.py " + corpus.train() + " " + corpus.test();
  }

  @Override
  public List<Answer> answers(MeasuredCorpus corpus, long seed, Path work)
      throws IOException, InterruptedException {
    String python =
        Programs.pythonWith("sklearn")
            .orElseThrow(
                () -> new GaramException("Expected a Python with scikit-learn; install it."));
    List<String> command =
        List.of(python, script.toString(), corpus.train().toString(), corpus.test().toString());
    return Programs.run(command, work).stream().map(LinearSvmContender::answer).toList();
  }

  private static Answer answer(String line) {
    String[] parts = line.split("\t", -1);
    return new Answer(parts[0], Double.parseDouble(parts[1]));
  }
}
