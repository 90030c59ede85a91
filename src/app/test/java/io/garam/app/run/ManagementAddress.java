package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a tagger in a process of its own says that its management port is. */
public final class ManagementAddress {

  private ManagementAddress() {}

  /** Waits until the tagger runs. */
  public static URI of(GaramProcess tagger, Duration patience) throws Exception {
    Matcher said =
        Pattern.compile("metrics and health on (http://\\S+)\\.")
            .matcher(tagger.awaitLine("Ctrl-C", patience));
    assertThat(said.find()).as(tagger.errors()).isTrue();
    return URI.create(said.group(1));
  }
}
