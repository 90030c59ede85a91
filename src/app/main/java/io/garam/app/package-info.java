/** The command line: the root command, and what all commands share. */
@NullMarked
package io.garam.app;

import org.jspecify.annotations.NullMarked;
