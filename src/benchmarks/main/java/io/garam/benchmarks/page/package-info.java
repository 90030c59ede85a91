/** What the live page costs the tagger that it shows. */
@NullMarked
package io.garam.benchmarks.page;

import org.jspecify.annotations.NullMarked;
