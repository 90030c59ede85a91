/** The models of a running tagger, which change as the registry says. */
@NullMarked
package io.garam.streams.models;

import org.jspecify.annotations.NullMarked;
