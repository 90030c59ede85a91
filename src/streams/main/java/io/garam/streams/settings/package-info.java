/** What the configuration means to the parts of a tagger. */
@NullMarked
package io.garam.streams.settings;

import org.jspecify.annotations.NullMarked;
