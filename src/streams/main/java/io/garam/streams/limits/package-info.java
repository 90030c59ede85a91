/** What brokers and topics take, known before a record is sent. */
@NullMarked
package io.garam.streams.limits;

import org.jspecify.annotations.NullMarked;
