/** What a model remembers of a dialogue, and how it goes on from one utterance to the next. */
@NullMarked
package io.garam.nlu.dialogue;

import org.jspecify.annotations.NullMarked;
