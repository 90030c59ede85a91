package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogWriterTest {

  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  private final LogWriter writer = writer();

  private LogWriter writer() {
    LoggerContext context = new LoggerContext();
    events.setContext(context);
    events.start();
    Logger logger = context.getLogger(LogFormat.COMMAND);
    logger.addAppender(events);
    return new LogWriter(logger);
  }

  private List<String> messages() {
    return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void eachLineIsAnEvent() {
    writer.println("Reading.");
    writer.print("Read 3 files.\nRead 4 files.\n");

    assertThat(messages()).containsExactly("Reading.", "Read 3 files.", "Read 4 files.");
    assertThat(events.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
  }

  @Test
  void aLineThatComesInPiecesIsOneEventWhenItEnds() {
    writer.print("Read");
    writer.flush();
    writer.printf("ing %d ", 3);
    assertThat(messages()).isEmpty();

    writer.print("files\nand");

    assertThat(messages()).containsExactly("Reading 3 files");
  }

  @Test
  void whatIsUnfinishedIsSaidOnceAtTheEnd() {
    writer.print("no line break");
    writer.close();
    writer.close();

    assertThat(messages()).containsExactly("no line break");
  }

  @Test
  void nothingUnfinishedIsNoEvent() {
    writer.println("a line");
    writer.close();

    assertThat(messages()).containsExactly("a line");
  }

  @Test
  void blankLinesAreLeftOut() {
    writer.println();
    writer.println("one");
    writer.println(" \t");
    writer.print("\n\r\n\ntwo\n");

    assertThat(messages()).containsExactly("one", "two");
  }

  @Test
  void theEndsOfWindowsLinesAreNoneOfTheirText() {
    writer.print("one\r");
    writer.print("\ntwo\r\n");

    assertThat(messages()).containsExactly("one", "two");
  }

  @Test
  void aLineKeepsHowFarItIsIndented() {
    writer.println("  Fold 1 of 5:  ");

    assertThat(messages()).containsExactly("  Fold 1 of 5:");
  }

  @Test
  void bracesAreNoPlaceForArguments() {
    writer.println("Found {} in {\"intent\":{}}");
    LogWriter.error(writer, "Expected {}");

    assertThat(messages()).containsExactly("Found {} in {\"intent\":{}}", "Expected {}");
  }

  @Test
  void anErrorOfManyLinesIsOneEvent() {
    LogWriter.error(writer, "garam failed:\njava.lang.Error\n\tat A.b\n\n");

    assertThat(messages()).containsExactly("garam failed:\njava.lang.Error\n\tat A.b");
    assertThat(events.list.get(0).getLevel()).isEqualTo(Level.ERROR);
  }

  @Test
  void anErrorInTheMiddleOfALineDoesNotBreakIt() {
    writer.print("Read ");
    LogWriter.error(writer, "Expected a file.");
    writer.println("3 files.");

    assertThat(messages()).containsExactly("Expected a file.", "Read 3 files.");
  }

  @Test
  void anyOtherWriterHasTheErrorAtOnceAndAsItIs() {
    StringWriter plain = new StringWriter();
    LogWriter.error(new PrintWriter(new BufferedWriter(plain)), "Expected {}.\n  two lines");

    assertThat(plain).hasToString("Expected {}.\n  two lines" + System.lineSeparator());
    assertThat(messages()).isEmpty();
  }
}
