/** What a training depends on besides its corpora, and what suits a corpus. */
@NullMarked
package io.garam.training.settings;

import org.jspecify.annotations.NullMarked;
