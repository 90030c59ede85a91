/** What can be set, what it is by default, and what Kafka is told of it. */
@NullMarked
package io.garam.streams.config;

import org.jspecify.annotations.NullMarked;
