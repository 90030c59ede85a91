/** What wrong usage of a command is, and what is said of it. */
@NullMarked
package io.garam.app.usage;

import org.jspecify.annotations.NullMarked;
