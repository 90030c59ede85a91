package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.peers.ProgramTime;
import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * fastText (Joulin et al. 2017, "Bag of tricks for efficient text classification"), with options
 * that {@code peers/tune_fasttext.py} found best on the validation file of each corpus. It reads
 * Garam's own words, in lower case and with marks apart, which made at most 0.3 points of
 * difference.
 */
final class FastTextBaseline implements ComparedSystem {

  private static final String FASTTEXT = "fasttext";
  private static final int TIMED = 100_000;
  private static final String LABEL = "__label__";
  private static final WordTokenizer WORDS = new WordTokenizer(true, Integer.MAX_VALUE);

  @Override
  public String name() {
    return "fastText";
  }

  @Override
  public Optional<String> missing() throws InterruptedException {
    return Programs.exists(FASTTEXT)
        ? Optional.empty()
        : Optional.of("There is no fasttext on the path, so its rows are missing.");
  }

  @Override
  public boolean hasSeeds() {
    return true;
  }

  @Override
  public String recipe(MeasuredCorpus corpus) {
    return String.join(" ", command(corpus, "SEED", Path.of("DIR")));
  }

  private static List<String> command(MeasuredCorpus corpus, String seed, Path work) {
    List<String> command = new ArrayList<>(List.of(FASTTEXT, "supervised"));
    command.addAll(List.of("-input", work.resolve("train").toString()));
    command.addAll(List.of("-output", work.resolve("model").toString()));
    command.addAll(List.of(FastTextOptions.of(corpus).split(" ", -1)));
    command.addAll(List.of("-bucket", "200000", "-loss", "softmax", "-thread", "1", "-seed", seed));
    return command;
  }

  @Override
  public Answers answers(MeasuredCorpus corpus, long seed, Path work)
      throws IOException, InterruptedException {
    List<String> examples = new ArrayList<>();
    Corpus train = MeasuredCorpus.read(corpus.train()).without(MeasuredCorpus.OUT_OF_SCOPE);
    for (LabelledUtterance utterance : train.utterances()) {
      examples.add(LABEL + utterance.label() + " " + words(utterance.text()));
    }
    // It learns in the order of the file, and forgets the first of a corpus sorted by label.
    Collections.shuffle(examples, new Random(seed));
    Files.write(work.resolve("train"), examples);
    List<String> questions =
        MeasuredCorpus.read(corpus.test()).texts().stream().map(FastTextBaseline::words).toList();
    Path test = Files.write(work.resolve("test"), questions);
    Programs.run(command(corpus, String.valueOf(seed), work), work);
    String model = work.resolve("model.bin").toString();
    return new Answers(
        Programs.run(predict(model, test), work).stream().map(FastTextBaseline::answer).toList(),
        micros(model, questions, work));
  }

  private static List<String> predict(String model, Path questions) {
    return List.of(FASTTEXT, "predict-prob", model, questions.toString());
  }

  /** Its start, as it takes for one question, is taken off. */
  private static double micros(String model, List<String> questions, Path work)
      throws IOException, InterruptedException {
    Path one = Files.write(work.resolve("one"), questions.subList(0, 1));
    List<String> repeated = new ArrayList<>();
    while (repeated.size() < TIMED) {
      repeated.addAll(questions);
    }
    Path many = Files.write(work.resolve("many"), repeated);
    double start = ProgramTime.of(predict(model, one), work).cpu();
    double all = ProgramTime.of(predict(model, many), work).cpu();
    return (all - start) * 1e6 / (repeated.size() - 1);
  }

  private static String words(String text) {
    return String.join(" ", WORDS.tokenize(text));
  }

  private static Answer answer(String line) {
    String[] parts = line.split(" ", -1);
    // It adds 0.00001 to each probability, so that 1 becomes more.
    return new Answer(
        parts[0].substring(LABEL.length()), Math.min(1, Double.parseDouble(parts[1])));
  }
}
