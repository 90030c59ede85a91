/** The management port of a tagger: its metrics, its health, and what it is. */
@NullMarked
package io.garam.web.management;

import org.jspecify.annotations.NullMarked;
