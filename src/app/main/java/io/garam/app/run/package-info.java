/** The command that tags a Kafka topic. */
@NullMarked
package io.garam.app.run;

import org.jspecify.annotations.NullMarked;
