/** Examples: Garam used from outside, by what is API and nothing else. */
@NullMarked
package io.garam.examples;

import org.jspecify.annotations.NullMarked;
