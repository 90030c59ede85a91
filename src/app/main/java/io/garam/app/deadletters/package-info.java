/** The command that lists dead letters and sends them again. */
@NullMarked
package io.garam.app.deadletters;

import org.jspecify.annotations.NullMarked;
