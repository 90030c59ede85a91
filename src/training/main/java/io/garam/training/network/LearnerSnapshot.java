package io.garam.training.network;

import io.garam.training.checkpoint.CheckpointVisitor;
import java.util.List;

/** Snapshot of a learner: all weights at one moment. */
public final class LearnerSnapshot {

  private final List<ViewSnapshot> views;

  LearnerSnapshot(List<ViewSnapshot> views) {
    this.views = views;
  }

  List<ViewSnapshot> views() {
    return views;
  }

  /** Exchanges these weights with a checkpoint's. */
  public void accept(CheckpointVisitor checkpoint) {
    for (int view = 0; view < views.size(); view++) {
      views.get(view).accept(checkpoint.part("view" + view));
    }
  }
}
