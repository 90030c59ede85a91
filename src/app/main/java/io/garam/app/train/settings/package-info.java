/** The flags of {@code garam train} that replace the settings which a corpus suggests. */
@NullMarked
package io.garam.app.train.settings;

import org.jspecify.annotations.NullMarked;
