package io.garam.app.train;

import io.garam.app.output.Progress;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.text.Printable;
import io.garam.training.TrainingListener;
import io.garam.training.corpus.CorpusReview;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows what is trained, what is wrong with the corpus, then a bar and a line for each epoch. */
final class EpochProgress implements TrainingListener, AutoCloseable {

  private final PrintWriter err;
  private final List<String> titles = new ArrayList<>();
  private @Nullable Progress progress;
  private @Nullable EpochFigures kept;
  private int epochs;

  /**
   * @param announcement what is trained, told when that begins: until then it may be refused
   */
  EpochProgress(String announcement, Writer err) {
    this.err = new PrintWriter(err, true);
    titles.add(announcement);
  }

  @Override
  public void reviewed(CorpusReview review) {
    titles.forEach(err::println);
    titles.clear();
    kept = null;
    err.println(Printable.sentence(review.summary()));
    review.warnings().forEach(warning -> err.println(Printable.sentence("Warning: " + warning)));
  }

  @Override
  public void trialStarted(String name) {
    titles.add(name + ":");
  }

  @Override
  public void resumed(int done, int epochs) {
    this.epochs = epochs;
    err.printf(Locale.ROOT, "Resumed after epoch %d of %d:%n", done, epochs);
  }

  @Override
  public void teacherEnded(int teacher, int teachers, double accuracy) {
    err.printf(
        Locale.ROOT, "Teacher %d of %d: validation accuracy %.4f%n", teacher, teachers, accuracy);
  }

  @Override
  public void epochStarted(int epoch, int epochs, int batches) {
    this.epochs = epochs;
    progress = Progress.of("Epoch " + epoch + " of " + epochs, batches);
  }

  @Override
  public void batchLearned() {
    if (progress != null) {
      progress.advance(1);
    }
  }

  @Override
  public void epochEnded(EpochFigures figures) {
    close();
    err.printf(
        Locale.ROOT,
        "Epoch %d of %d: loss %.4f, validation accuracy %s, %.1f s%n",
        figures.epoch(),
        epochs,
        figures.loss(),
        EpochAccuracy.of(figures, kept),
        figures.seconds());
    kept = figures.best() ? figures : kept;
  }

  @Override
  public void stoppedEarly(int without) {
    err.printf(
        Locale.ROOT,
        "Stopped early: no better for %d %s%s.%n",
        without,
        without == 1 ? "epoch" : "epochs",
        kept == null ? "" : "; epoch " + kept.epoch() + " is kept");
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
