/** The commands of the registry of models. */
@NullMarked
package io.garam.app.models;

import org.jspecify.annotations.NullMarked;
