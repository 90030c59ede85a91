/** How fast Garam learns beside the library that people would otherwise train with. */
@NullMarked
package io.garam.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
