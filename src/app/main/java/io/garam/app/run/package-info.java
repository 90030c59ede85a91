/** The command that tags a Kafka topic, and what any command that tags one needs to end well. */
@NullMarked
package io.garam.app.run;

import org.jspecify.annotations.NullMarked;
