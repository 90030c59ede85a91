package io.garam.training;

import io.garam.evaluation.report.EpochFigures;
import io.garam.training.batching.Minibatch;
import io.garam.training.checkpoint.Checkpoint;
import io.garam.training.network.Learner;
import io.garam.training.optimizer.LearningRateSchedule;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.TrainingSettings;
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
    TrainingState state = new TrainingState(learner);
    EpochHistory epochs = state.epochs();
    int most = settings.optimization().epochs();
    if (checkpoint != null && checkpoint.read(state::accept)) {
      listener.resumed(epochs.size(), most);
      epochs.all().forEach(listener::epochEnded);
    }
    while (epochs.size() < most && epochs.sinceBetter() < settings.optimization().patience()) {
      int epoch = epochs.size() + 1;
      long start = System.nanoTime();
      learner.beginEpoch(epoch);
      double loss = learnEpoch(learner, epoch);
      double accuracy = validationSet.accuracy(validationSet.logits(learner));
      state.note(loss, accuracy, (System.nanoTime() - start) / 1e9);
      if (checkpoint != null) {
        checkpoint.write(state::accept);
      }
      // Whoever hears of an epoch may end the process, and shall find it done.
      listener.epochEnded(epochs.last());
    }
    if (epochs.size() < most) {
      listener.stoppedEarly(epochs.sinceBetter());
    }
    return state.finish();
  }

  /** Returns the mean loss of an utterance. */
  private double learnEpoch(Learner learner, int epoch) {
    List<Minibatch> batches =
        learner.shuffled(
            trainingSet.utterances(), trainingSet.dialogues(), settings.optimization().batch());
    listener.epochStarted(epoch, settings.optimization().epochs(), batches.size());
    LearningRateSchedule rate =
        LearningRateSchedule.over(batches.size() * settings.optimization().epochs());
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
}
