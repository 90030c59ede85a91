package io.garam.app.deadletters;

import io.garam.app.usage.UsageException;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.ReasonCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** The flag that says for which reasons letters are asked. */
final class ReasonOptions {

  private static final List<String> CODES =
      Arrays.stream(ReasonCode.values()).map(ReasonCode::code).toList();

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description =
          "Only letters with this reason code, such as no-text; may be repeated. With --replay, the"
              + " others are kept for another one.")
  private List<String> codes = new ArrayList<>();

  /**
   * Checks the flag before any work.
   *
   * @throws UsageException if there is no such code
   */
  void check() {
    for (String code : codes) {
      if (!CODES.contains(code)) {
        throw new UsageException(
            "Expected --reason to be one of "
                + String.join(", ", CODES)
                + ", but found "
                + code
                + "; garam dead-letters lists what there is.");
      }
    }
  }

  /** Returns the codes given; none stands for any. */
  List<String> codes() {
    return codes;
  }

  /** Says whether a letter is among those that are asked for. */
  boolean include(Letter letter) {
    return codes.isEmpty() || letter.code().filter(codes::contains).isPresent();
  }
}
