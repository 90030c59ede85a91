/** Statistics of the tagger: counts, distributions, and the meters by which a registry has them. */
@NullMarked
package io.garam.streams.statistics;

import org.jspecify.annotations.NullMarked;
