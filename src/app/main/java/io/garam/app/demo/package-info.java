/** {@code garam demo}: a broker, a tagger and a chat log in one process, to see Garam at work. */
@NullMarked
package io.garam.app.demo;

import org.jspecify.annotations.NullMarked;
