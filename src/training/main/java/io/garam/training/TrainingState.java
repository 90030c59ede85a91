package io.garam.training;

import io.garam.evaluation.report.EpochFigures;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.network.Learner;
import io.garam.training.network.LearnerSnapshot;
import java.util.List;

/** State of a training between two epochs: the learner, its best weights, how its epochs went. */
final class TrainingState {

  private final Learner learner;
  private final EpochHistory epochs = new EpochHistory();
  private LearnerSnapshot best;

  TrainingState(Learner learner) {
    this.learner = learner;
    this.best = learner.snapshot();
  }

  EpochHistory epochs() {
    return epochs;
  }

  /** Notes an epoch that has ended, and keeps the weights if it is the best so far. */
  void note(double loss, double accuracy, double seconds) {
    if (epochs.add(loss, accuracy, seconds).best()) {
      best = learner.snapshot();
    }
  }

  void accept(CheckpointVisitor checkpoint) {
    learner.accept(checkpoint.part("learner"));
    best.accept(checkpoint.part("best"));
    epochs.accept(checkpoint);
  }

  /** Leaves the learner with the weights of the best epoch, and returns how all of them went. */
  List<EpochFigures> finish() {
    learner.restore(best);
    return epochs.all();
  }
}
