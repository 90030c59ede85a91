/** Encoded utterances to logits and intents, through ONNX Runtime. */
@NullMarked
package io.garam.nlu.inference;

import org.jspecify.annotations.NullMarked;
