package io.garam.app.train;

import io.garam.app.output.Progress;
import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.text.Printable;
import io.garam.training.TrainingListener;
import io.garam.training.corpus.CorpusReview;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is trained and what is wrong with the corpus, then shows a bar and a line for each
 * epoch.
 */
final class EpochProgress implements TrainingListener, AutoCloseable {

  private static final int MOST_DIGITS = 9;

  private final PrintWriter err;
  private final List<String> titles = new ArrayList<>();
  private @Nullable Progress progress;
  private @Nullable EpochFigures kept;
  private int epochs;

  /**
   * @param announcement what is trained, told when that begins: until then it may be refused
   */
  EpochProgress(String announcement, PrintWriter err) {
    this.err = err;
    titles.add(announcement);
  }

  @Override
  public void reviewed(CorpusReview review) {
    titles.forEach(err::println);
    titles.clear();
    kept = null;
    err.println(Printable.sentence(review.summary()));
    review.warnings().forEach(warning -> err.println(Printable.sentence("Warning: " + warning)));
    err.flush();
  }

  @Override
  public void trialStarted(String name) {
    titles.add(name + ":");
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
        "Epoch %d of %d: loss %.4f, validation accuracy %s, %.1f s%n",
        figures.epoch(),
        epochs,
        figures.loss(),
        compared(figures, kept),
        figures.seconds());
    err.flush();
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
    err.flush();
  }

  /** The accuracy, with as many digits as tell it from that of the best epoch before. */
  private static String compared(EpochFigures figures, @Nullable EpochFigures before) {
    if (before == null) {
      return NumberFormats.fraction(figures.accuracy(), 4) + " (best)";
    }
    int digits = 4;
    while (figures.accuracy() != before.accuracy()
        && digits < MOST_DIGITS
        && NumberFormats.fraction(figures.accuracy(), digits)
            .equals(NumberFormats.fraction(before.accuracy(), digits))) {
      digits++;
    }
    String accuracy = NumberFormats.fraction(figures.accuracy(), digits);
    if (!figures.best()) {
      return accuracy;
    }
    return figures.accuracy() > before.accuracy()
        ? accuracy + " (best)"
        : accuracy + " (as good as epoch " + before.epoch() + ", and the later is kept)";
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
