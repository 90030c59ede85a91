package io.garam.app.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.garam.nlu.text.Printable;

/**
 * Log message converter: a message as {@code logback.xml} has it written: on one line, and without
 * what a record that it quotes would have the reader's terminal do.
 */
public final class PrintableMessage extends ClassicConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return Printable.sentence(event.getFormattedMessage());
  }
}
