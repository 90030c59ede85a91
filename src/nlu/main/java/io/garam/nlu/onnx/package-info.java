/** The exported networks in ONNX Runtime: encoded utterances to logits, and logits to intents. */
@NullMarked
package io.garam.nlu.onnx;

import org.jspecify.annotations.NullMarked;
