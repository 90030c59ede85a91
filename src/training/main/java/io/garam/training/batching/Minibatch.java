package io.garam.training.batching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minibatch: the utterances of one step of the optimizer.
 *
 * @param utterances as indexes into a corpus
 * @param places where in dialogues they are; null where each stands alone
 */
public record Minibatch(List<Integer> utterances, @Nullable SequenceLayout places) {}
