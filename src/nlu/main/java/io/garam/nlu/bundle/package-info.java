/** The model bundle: a folder that holds all that tagging needs, and proves that it is whole. */
@NullMarked
package io.garam.nlu.bundle;

import org.jspecify.annotations.NullMarked;
