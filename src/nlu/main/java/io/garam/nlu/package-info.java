/** What an utterance was found to mean, and what every module of Garam shares. */
@NullMarked
package io.garam.nlu;

import org.jspecify.annotations.NullMarked;
