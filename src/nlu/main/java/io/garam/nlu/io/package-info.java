/** JSON as all modules read and write it, and what is wrong with a file, in words. */
@NullMarked
package io.garam.nlu.io;

import org.jspecify.annotations.NullMarked;
