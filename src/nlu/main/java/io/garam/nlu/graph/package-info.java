/** What is in an ONNX file, and whether it is what training writes, before anything runs it. */
@NullMarked
package io.garam.nlu.graph;

import org.jspecify.annotations.NullMarked;
