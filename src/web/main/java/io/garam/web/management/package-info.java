/** The ports of a process, beside a stream or alone: metrics, health, what it is, and tagging. */
@NullMarked
package io.garam.web.management;

import org.jspecify.annotations.NullMarked;
