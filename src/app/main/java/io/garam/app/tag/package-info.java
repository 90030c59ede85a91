/** {@code garam tag}: intents of texts given on the command line or on standard input. */
@NullMarked
package io.garam.app.tag;

import org.jspecify.annotations.NullMarked;
