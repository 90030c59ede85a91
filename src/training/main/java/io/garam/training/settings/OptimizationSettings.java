package io.garam.training.settings;

import io.garam.training.optimizer.LearningRates;

/**
 * Optimization settings: the steps of a training loop.
 *
 * @param rates the peak learning rates
 * @param epochs how often each utterance is learned from
 * @param patience epochs without a better validation accuracy after which training stops early
 * @param batch utterances of a minibatch, about that many where dialogues are followed
 */
public record OptimizationSettings(LearningRates rates, int epochs, int patience, int batch) {}
