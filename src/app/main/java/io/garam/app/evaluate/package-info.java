/** The command {@code garam evaluate}: a model and a corpus to a report. */
@NullMarked
package io.garam.app.evaluate;

import org.jspecify.annotations.NullMarked;
