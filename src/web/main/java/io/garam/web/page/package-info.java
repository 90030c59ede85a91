/** The live page of a tagger: what it tags, how fast, and why, in a browser. */
@NullMarked
package io.garam.web.page;

import org.jspecify.annotations.NullMarked;
