/** Text to tokens. */
@NullMarked
package io.garam.nlu.text;

import org.jspecify.annotations.NullMarked;
