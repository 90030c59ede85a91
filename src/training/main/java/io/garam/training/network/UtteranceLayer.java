package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.BatchPart;
import io.garam.training.export.DirectionWeights;
import io.garam.training.network.layer.Dropout;
import io.garam.training.network.layer.Parameters;
import io.garam.training.network.layer.RecurrentLayer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The layer that reads utterances: token vectors into a recurrent layer in one or both directions,
 * whose last states and maxima over time are the features of an utterance.
 */
final class UtteranceLayer implements AutoCloseable {

  /** Far below any state, so that padding never is the maximum. */
  private static final float PADDING_PENALTY = -100f;

  private final NetworkShape shape;
  private final Dropout dropout;
  private final List<RecurrentLayer> directions = new ArrayList<>();

  /**
   * @param dropout of token vectors, which stays its owner's to close
   */
  UtteranceLayer(NetworkShape shape, Parameters parameters, Dropout dropout) {
    this.shape = shape;
    this.dropout = dropout;
    for (int direction = 0; direction < shape.directions(); direction++) {
      directions.add(
          new RecurrentLayer(shape.cell(), shape.embedding(), shape.hidden(), parameters));
    }
  }

  /**
   * Returns what is read of utterances, {@code [utterances, features]}.
   *
   * @param vectors of the batch's distinct tokens, {@code [tokens, embedding]}
   */
  Tensor features(Batch batch, Tensor vectors, boolean learning) {
    if (batch.parts().size() == 1) {
      return features(batch.parts().get(0), vectors, learning);
    }
    TensorVector parts = new TensorVector();
    for (BatchPart part : batch.parts()) {
      parts.push_back(features(part, vectors, learning));
    }
    return torch.cat(parts, 0).index_select(0, Tensor.create(batch.rows()));
  }

  private Tensor features(BatchPart batch, Tensor vectors, boolean learning) {
    Tensor tokens = dropout.of(vectors.index_select(0, Tensor.create(batch.places())), learning);
    Tensor lasts = Tensor.create(batch.lasts());
    Tensor penalty =
        Tensor.create(batch.padding(), batch.size(), batch.time(), 1)
            .mul_(new Scalar(PADDING_PENALTY));
    TensorVector features = new TensorVector();
    TensorVector maxima = new TensorVector();
    for (int direction = 0; direction < directions.size(); direction++) {
      Tensor ordered =
          direction == 0 ? tokens : tokens.index_select(0, Tensor.create(batch.mirrored()));
      Tensor input = ordered.view(batch.size(), batch.time(), shape.embedding());
      Tensor states = directions.get(direction).states(input, learning).contiguous();
      features.push_back(states.view(-1, shape.hidden()).index_select(0, lasts));
      maxima.push_back(states.add(penalty).amax(new long[] {1}, false));
    }
    for (int direction = 0; direction < directions.size(); direction++) {
      features.push_back(maxima.get(direction));
    }
    return torch.cat(features, 1);
  }

  /** Returns the weights of each direction, forward first. */
  List<DirectionWeights> weights() {
    return directions.stream().map(RecurrentLayer::weights).toList();
  }

  @Override
  public void close() {
    directions.forEach(RecurrentLayer::close);
  }
}
