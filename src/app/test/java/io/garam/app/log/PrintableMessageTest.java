package io.garam.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PrintableMessageTest {

  @Test
  void anEscapeSequenceInARecordDoesNotReachTheTerminalByTheLog() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure("main/resources/logback.xml");
    ConsoleAppender<?> appender =
        (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("plain");
    PatternLayoutEncoder encoder = (PatternLayoutEncoder) appender.getEncoder();
    LoggingEvent event =
        new LoggingEvent(
            getClass().getName(),
            context.getLogger("io.garam.deadletters"),
            Level.WARN,
            "Dead letter: {}",
            new IllegalStateException("no \u001b[2J"),
            new Object[] {"field \u001b[2J\u009b2J\nforged line" + "x".repeat(100_000)});

    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(line)
        .contains("Dead letter: field \\u001b[2J\\u009b2J forged line", "no ?[2J")
        .doesNotContain("\u001b", "\u009b")
        .hasSizeLessThan(5_000);
  }
}
