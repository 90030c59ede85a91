/** The command {@code doctor}, and its checks of this machine. */
@NullMarked
package io.garam.app.doctor;

import org.jspecify.annotations.NullMarked;
