/** Where results and sentences go: the standard streams, in UTF-8, failures noticed. */
@NullMarked
package io.garam.app.output;

import org.jspecify.annotations.NullMarked;
