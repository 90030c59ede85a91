/** The command that asks a tagger how it is. */
@NullMarked
package io.garam.app.health;

import org.jspecify.annotations.NullMarked;
