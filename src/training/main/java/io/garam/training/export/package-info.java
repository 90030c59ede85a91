/** Trained weights to an ONNX graph, in plain Java: nothing here needs the training library. */
@NullMarked
package io.garam.training.export;

import org.jspecify.annotations.NullMarked;
