package io.garam.training;

import io.garam.training.network.Learner;

/**
 * Teacher of a distillation, not yet trained.
 *
 * @param learner with its first weights
 * @param trainingLoop that trains it
 */
record Teacher(Learner learner, TrainingLoop trainingLoop) {}
