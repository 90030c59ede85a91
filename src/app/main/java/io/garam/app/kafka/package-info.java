/** What the commands that talk to Kafka share. */
@NullMarked
package io.garam.app.kafka;

import org.jspecify.annotations.NullMarked;
