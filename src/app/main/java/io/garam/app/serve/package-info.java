/** The command that tags requests over HTTP, without Kafka. */
@NullMarked
package io.garam.app.serve;

import org.jspecify.annotations.NullMarked;
