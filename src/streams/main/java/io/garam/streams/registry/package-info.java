/** The registry of models: a topic that holds bundles, and which of them is active. */
@NullMarked
package io.garam.streams.registry;

import org.jspecify.annotations.NullMarked;
