/** The command {@code send}: lines become events of a topic. */
@NullMarked
package io.garam.app.send;

import org.jspecify.annotations.NullMarked;
