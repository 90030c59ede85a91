/** What is asked of the brokers before tagging starts: topics, rights, and where to begin. */
@NullMarked
package io.garam.streams.start;

import org.jspecify.annotations.NullMarked;
