/** Where results, notes, progress and reports go: streams in UTF-8 and files, failures noticed. */
@NullMarked
package io.garam.app.output;

import org.jspecify.annotations.NullMarked;
