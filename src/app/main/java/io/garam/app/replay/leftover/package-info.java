/** What interrupted replays have left on the brokers: its listing and its removal. */
@NullMarked
package io.garam.app.replay.leftover;

import org.jspecify.annotations.NullMarked;
