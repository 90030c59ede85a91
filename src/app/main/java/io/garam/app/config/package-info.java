/** The command {@code config}. */
@NullMarked
package io.garam.app.config;

import org.jspecify.annotations.NullMarked;
