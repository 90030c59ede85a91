/** Events as they come and go: the text and more found in JSON, the intent spliced into it. */
@NullMarked
package io.garam.streams.event;

import org.jspecify.annotations.NullMarked;
