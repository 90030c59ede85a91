/** What the commands that write a report for a browser share. */
@NullMarked
package io.garam.app.report;

import org.jspecify.annotations.NullMarked;
