package io.garam.training.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Utterances that are learned from together.
 *
 * @param utterances as indexes into a corpus
 * @param places where in dialogues they are; null where each stands alone
 */
public record Stretch(List<Integer> utterances, @Nullable Places places) {}
