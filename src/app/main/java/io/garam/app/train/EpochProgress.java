package io.garam.app.train;

import io.garam.app.progress.Progress;
import io.garam.nlu.text.Printable;
import io.garam.training.TrainingListener;
import io.garam.training.corpus.CorpusReview;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the corpus, then shows a bar and a line for each epoch. */
final class EpochProgress implements TrainingListener, AutoCloseable {

  private final PrintWriter err;
  private @Nullable Progress progress;
  private int epochs;

  EpochProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void reviewed(CorpusReview review) {
    err.println(Printable.sentence(review.summary()));
    review.warnings().forEach(warning -> err.println(Printable.sentence("Warning: " + warning)));
    err.flush();
  }

  @Override
  public void trialStarted(String name) {
    err.println(name + ":");
    err.flush();
  }

  @Override
  public void resumed(int done, int epochs) {
    this.epochs = epochs;
    err.printf(Locale.ROOT, "Resumed after epoch %d of %d:%n", done, epochs);
    err.flush();
  }

  @Override
  public void teacherEnded(int teacher, int teachers, double accuracy) {
    err.printf(
        Locale.ROOT, "Teacher %d of %d: validation accuracy %.4f%n", teacher, teachers, accuracy);
    err.flush();
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
        "Epoch %d of %d: loss %.4f, validation accuracy %.4f%s, %.1f s%n",
        figures.epoch(),
        epochs,
        figures.loss(),
        figures.accuracy(),
        figures.best() ? " (best)" : "",
        figures.seconds());
    err.flush();
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
