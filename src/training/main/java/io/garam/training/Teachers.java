package io.garam.training;

import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.GaramException;
import io.garam.training.network.Learner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Teachers of a distillation: networks that are trained first, each from another seed, and whose
 * mean prediction the student then learns from beside the true label (Hinton, Vinyals and Dean
 * 2015, "Distilling the knowledge in a neural network"; networks of the same size as teachers:
 * Furlanello et al. 2018, "Born-again neural networks").
 *
 * @param count how many
 * @param threads how many learn side by side
 * @param listener receives their progress
 */
record Teachers(int count, int threads, TrainingListener listener) {

  /**
   * Trains them, and returns the targets of the student, {@code [utterances, labels]}: half the
   * true label, half their mean prediction.
   *
   * @param teachers makes an untrained teacher, by its number from 1
   * @param trainingSet what the targets are for
   */
  float[][] targets(IntFunction<Teacher> teachers, EncodedCorpus trainingSet) {
    ExecutorService executor = Executors.newFixedThreadPool(Math.min(count, threads));
    try {
      Deque<CompletableFuture<float[][]>> answers = new ArrayDeque<>();
      DistilledTargets targets = new DistilledTargets(trainingSet, count);
      for (int teacher = 1; teacher <= count; teacher++) {
        // Only as many answers are held as are being thought of: each is as large as the sum.
        if (answers.size() == threads) {
          targets.add(given(answers.remove()));
        }
        int number = teacher;
        answers.add(
            CompletableFuture.supplyAsync(() -> answers(number, teachers.apply(number)), executor));
      }
      while (!answers.isEmpty()) {
        targets.add(given(answers.remove()));
      }
      return targets.mixed();
    } finally {
      executor.shutdownNow();
    }
  }

  /** Returns the logits of what the teacher has learned. */
  private float[][] answers(int number, Teacher teacher) {
    try (Learner learner = teacher.learner()) {
      List<EpochFigures> epochs = teacher.trainingLoop().fit(learner);
      double best = epochs.stream().mapToDouble(EpochFigures::accuracy).max().orElseThrow();
      synchronized (listener) {
        listener.teacherEnded(number, count, best);
      }
      return teacher.trainingLoop().trainingSet().logits(learner);
    }
  }

  /** What a teacher could not do is told as it said it. */
  private static float[][] given(CompletableFuture<float[][]> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof GaramException told) {
        throw told;
      }
      throw e;
    }
  }
}
