/** The tagger: a Kafka Streams application from the utterances topic to the intents topic. */
@NullMarked
package io.garam.streams;

import org.jspecify.annotations.NullMarked;
