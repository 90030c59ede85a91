package io.garam.training.settings;

import io.garam.training.optimizer.LearningRates;

/**
 * Suggested steps of a training loop: the batch grows with the corpus from 8 to 128 utterances, and
 * the epochs, 5 to 30, make about 3200 steps, 2400 with both views of a large corpus. A large
 * corpus of dialogues takes its batches larger, its embeddings slower and fewer epochs.
 *
 * @param utterances of the corpus
 * @param large whether it is
 */
record SuggestedSteps(int utterances, boolean large) {

  private static final int STEPS = 3_200;
  private static final int STEPS_OF_BOTH_IF_LARGE = 2_400;
  private static final int STEPS_ALONG_DIALOGUES_IF_LARGE = 1_900;
  private static final int FEWEST_EPOCHS = 5;
  private static final int MOST_EPOCHS = 30;
  private static final int PATIENCE = 10;

  /** Eight dialogues of forty utterances, the BPTT length. */
  private static final int LARGE_BATCH_OF_DIALOGUES = 320;

  /** Returns the steps where every utterance is judged alone. */
  OptimizationSettings alone(Views views) {
    int steps = large && views == Views.BOTH ? STEPS_OF_BOTH_IF_LARGE : STEPS;
    return settings(new LearningRates(2e-3, 1e-2), steps, batch());
  }

  /** Returns the steps where dialogues are followed, from those where they are not. */
  OptimizationSettings alongDialogues(OptimizationSettings alone) {
    return large
        ? settings(
            new LearningRates(2e-3, 5e-3), STEPS_ALONG_DIALOGUES_IF_LARGE, LARGE_BATCH_OF_DIALOGUES)
        : settings(alone.rates(), STEPS, Math.max(16, alone.batch()));
  }

  private int batch() {
    if (large) {
      return 128;
    }
    return utterances >= 8_000 ? 64 : utterances >= 2_000 ? 32 : 8;
  }

  private OptimizationSettings settings(LearningRates rates, int steps, int batch) {
    long epochs = Math.round((double) steps * batch / utterances);
    return new OptimizationSettings(
        rates, (int) Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, epochs)), PATIENCE, batch);
  }
}
