/** Tagging by HTTP: events of single requests, answered with their intents. */
@NullMarked
package io.garam.web.tagging;

import org.jspecify.annotations.NullMarked;
