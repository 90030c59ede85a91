package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.BatchOrder;
import io.garam.training.batching.DialogueSequences;
import io.garam.training.batching.Minibatch;
import io.garam.training.embedding.EmbeddingRows;
import io.garam.training.embedding.EmbeddingTables;
import io.garam.training.embedding.TokenIndex;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Logits of one view, in batches of similar length, without learning.
 *
 * @param tokenIndex of the view's tokens
 * @param tables their embeddings
 * @param network over the embeddings
 */
record ViewPredictor(TokenIndex tokenIndex, EmbeddingTables tables, RecurrentNetwork network) {

  private static final int SCORING_BATCH = 128;
  private static final int SCORING_SEQUENCES = 32;

  /** Returns logits of utterances that stand alone, {@code [utterances, labels]}, in order. */
  float[][] logits(List<int[]> utterances) {
    return inBatches(utterances, (members, batch, vectors) -> network.logits(batch, vectors));
  }

  /** Returns logits of utterances in dialogues, {@code [utterances, labels]}, in order. */
  float[][] logits(List<int[]> utterances, DialogueSequences dialogues) {
    int[] speakers = dialogues.speakers();
    float[][] inputs =
        inBatches(
            utterances,
            (members, batch, vectors) ->
                network.inputs(
                    batch, vectors, members.stream().mapToInt(i -> speakers[i]).toArray()));
    float[][] logits = new float[utterances.size()][];
    for (Minibatch minibatch : dialogues.whole(SCORING_SEQUENCES)) {
      List<Integer> members = minibatch.utterances();
      put(
          network.forward(
              members.stream().map(i -> inputs[i]).toArray(float[][]::new),
              Objects.requireNonNull(minibatch.places())),
          members,
          logits);
    }
    return logits;
  }

  private interface Scoring {
    float[][] rows(List<Integer> members, Batch batch, float[] vectors);
  }

  private float[][] inBatches(List<int[]> utterances, Scoring scoring) {
    float[][] all = new float[utterances.size()][];
    int[] lengths = utterances.stream().mapToInt(utterance -> utterance.length).toArray();
    for (List<Integer> members : BatchOrder.sorted(lengths, SCORING_BATCH)) {
      Batch batch = Batch.of(members.stream().map(utterances::get).toList());
      List<EmbeddingRows> tokens =
          IntStream.of(batch.tokens()).mapToObj(tokenIndex::embeddingRows).toList();
      put(scoring.rows(members, batch, tables.vectors(tokens)), members, all);
    }
    return all;
  }

  private static void put(float[][] rows, List<Integer> members, float[][] all) {
    for (int i = 0; i < rows.length; i++) {
      all[members.get(i)] = rows[i];
    }
  }
}
