/** A Kafka broker inside this process, for a first try and for tests. */
@NullMarked
package io.garam.app.broker;

import org.jspecify.annotations.NullMarked;
