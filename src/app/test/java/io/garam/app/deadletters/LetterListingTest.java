package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LetterListingTest {

  private static List<String> printed(LetterListing listing) {
    StringWriter printed = new StringWriter();
    listing.print(new PrintWriter(printed));
    return printed.toString().lines().toList();
  }

  @Test
  void ofMoreLettersThanAreShownAllAreCountedAndTheNewestShown() {
    LetterListing listing = new LetterListing(1);
    listing.add(Letters.withReason(2_000, "Expected a text."));
    listing.add(Letters.withReason(1_000, "Expected a text."));

    assertThat(printed(listing))
        .containsExactly(
            "       2  Expected a text.",
            "          1970-01-01T00:00:01Z to 1970-01-01T00:00:02Z",
            "",
            "The newest 1 of 2:",
            "",
            "unknown source  1970-01-01T00:00:02Z  key (none)",
            "  Expected a text.",
            "  (none)");
  }

  @Test
  void withoutALimitAllAreShownTheNewestLast() {
    LetterListing listing = new LetterListing(0);
    listing.add(Letters.withReason(2_000, "b"));
    listing.add(Letters.withReason(1_000, "a"));

    assertThat(printed(listing)).containsSubsequence("  a", "  b").noneMatch(l -> l.contains("of"));
  }

  /** Anybody may write a letter, and name what no topic could be called. */
  @Test
  void aTopicsNameIsShortened() {
    LetterListing listing = new LetterListing(0);
    listing.add(Letters.read(0, null, null, Letters.headers("t".repeat(249), 1, 2, "a")));
    listing.add(Letters.read(1, null, null, Letters.headers("u".repeat(9_000), 1, 2, "a")));

    assertThat(printed(listing))
        .anyMatch(line -> line.startsWith("t".repeat(249) + "-1@2  "))
        .anyMatch(line -> line.startsWith("u".repeat(249) + "…-1@2  "));
  }

  @Test
  void whatALetterQuotesCannotSteerTheTerminal() {
    LetterListing listing = new LetterListing(0);
    listing.add(Letters.withReason(0, "\u001b[2J"));

    assertThat(printed(listing)).noneMatch(line -> line.contains("\u001b"));
  }
}
