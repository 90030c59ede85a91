/**
 * A stretch of a topic's history tagged again: the tagger as it runs live, confined to ranges of
 * offsets, with a group and topics of its own that are removed afterwards.
 */
@NullMarked
package io.garam.streams.replay;

import org.jspecify.annotations.NullMarked;
