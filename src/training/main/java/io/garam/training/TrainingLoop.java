package io.garam.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.io.Json;
import io.garam.training.batching.Minibatch;
import io.garam.training.checkpoint.Checkpoint;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.network.Learner;
import io.garam.training.optimizer.LearningRate;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Training loop: the epochs of one learner, of which the best remains. All that an epoch depends on
 * beside the weights follows from its number, so a training that was interrupted goes on from a
 * checkpoint as if it had not been.
 *
 * @param trainingSet what is learned from
 * @param validationSet what tells the best epoch
 * @param checkpoint what every epoch ends with; null for none
 */
record TrainingLoop(
    EncodedCorpus trainingSet,
    EncodedCorpus validationSet,
    TrainingSettings settings,
    TrainingListener listener,
    @Nullable Checkpoint checkpoint) {

  /** Trains a learner from its first weights, and leaves it with those of the best epoch. */
  List<EpochFigures> fit(Learner learner) {
    State state = new State(learner);
    if (checkpoint != null && checkpoint.read(state::accept)) {
      listener.resumed(state.epochs.size(), settings.optimization().epochs());
      state.epochs.forEach(listener::epochEnded);
    }
    while (state.epochs.size() < settings.optimization().epochs()
        && !state.isStalled(settings.optimization().patience())) {
      int epoch = state.epochs.size() + 1;
      long start = System.nanoTime();
      learner.beginEpoch(epoch);
      double loss = learnEpoch(learner, epoch);
      double accuracy = validationSet.accuracy(validationSet.logits(learner));
      state.note(epoch, loss, accuracy, (System.nanoTime() - start) / 1e9);
      if (checkpoint != null) {
        checkpoint.write(state::accept);
      }
      // Whoever hears of an epoch may end the process, and shall find it done.
      listener.epochEnded(state.epochs.get(epoch - 1));
    }
    if (state.epochs.size() < settings.optimization().epochs()) {
      listener.stoppedEarly(state.sinceBetter());
    }
    learner.restore(state.best);
    return List.copyOf(state.epochs);
  }

  /** Returns the mean loss of an utterance. */
  private double learnEpoch(Learner learner, int epoch) {
    List<Minibatch> batches =
        learner.shuffled(
            trainingSet.utterances(), trainingSet.dialogues(), settings.optimization().batch());
    listener.epochStarted(epoch, settings.optimization().epochs(), batches.size());
    LearningRate rate = LearningRate.over(batches.size() * settings.optimization().epochs());
    int step = (epoch - 1) * batches.size();
    double loss = 0;
    for (Minibatch batch : batches) {
      double share = rate.at(step++);
      LearningRates rates = settings.optimization().rates().times(share);
      List<Integer> members = batch.utterances();
      loss +=
          members.size()
              * learner.learn(
                  trainingSet.utterances(members),
                  batch.places(),
                  trainingSet.targets(members),
                  rates);
      listener.batchLearned();
    }
    return loss / trainingSet.size();
  }

  /** The state of the loop between two epochs. */
  private static final class State {
    private final Learner learner;
    private final List<EpochFigures> epochs = new ArrayList<>();
    private Learner.Snapshot best;

    State(Learner learner) {
      this.learner = learner;
      this.best = learner.snapshot();
    }

    /** Of equally good epochs the last is the best, since it has learned the most. */
    void note(int epoch, double loss, double accuracy, double seconds) {
      boolean isBest = epochs.stream().noneMatch(earlier -> earlier.accuracy() > accuracy);
      if (isBest) {
        best = learner.snapshot();
      }
      epochs.add(new EpochFigures(epoch, loss, accuracy, isBest, seconds));
    }

    /** Says whether the last epochs have brought nothing better. */
    boolean isStalled(int patience) {
      return sinceBetter() >= patience;
    }

    /** Returns how many epochs came after the first that was as good as any. */
    int sinceBetter() {
      double greatest = epochs.stream().mapToDouble(EpochFigures::accuracy).max().orElse(0);
      long before = epochs.stream().takeWhile(epoch -> epoch.accuracy() < greatest).count();
      return (int) (epochs.size() - before - 1);
    }

    void accept(CheckpointVisitor checkpoint) {
      learner.accept(checkpoint.part("learner"));
      best.accept(checkpoint.part("best"));
      try {
        String written = Json.MAPPER.writeValueAsString(epochs);
        String holds = checkpoint.text("epochs", written);
        epochs.clear();
        epochs.addAll(Json.MAPPER.readValue(holds, new TypeReference<List<EpochFigures>>() {}));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the figures of an epoch always have a JSON form", e);
      }
    }
  }
}
