package io.garam.app.faults;

import io.garam.app.faults.BrokerFault.How;
import io.garam.app.faults.BrokerFault.Lasting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Row of the table of faults: a fault, how often it strikes, and what it needs. */
enum FaultRow {
  KILL(20, "kill -9 of one of two instances", InstanceFault.KILL),
  STOP(5, "SIGSTOP of an instance beyond its session, then SIGCONT", InstanceFault.STOP),
  JOIN_LEAVE(
      2,
      "for two minutes an instance joins, and leaves five seconds later",
      InstanceFault.JOIN_AND_LEAVE),
  KILLED_BROKER(
      3,
      "the only broker killed until instances say so",
      new BrokerFault(How.KILLED, Lasting.UNTIL_NOTICED)),
  PAUSED_BROKER(
      3,
      "the only broker paused until instances say so",
      new BrokerFault(How.PAUSED, Lasting.UNTIL_NOTICED)),
  CUT_BROKER(
      3,
      "the only broker cut off until instances say so",
      new BrokerFault(How.CUT_OFF, Lasting.UNTIL_NOTICED)),
  ABSENT_BROKER(
      3,
      "the only broker away for three minutes",
      new BrokerFault(How.KILLED, Lasting.THREE_MINUTES)),
  KILLED_OF_THREE(
      3,
      "one of three brokers killed until the others go on",
      new BrokerFault(How.KILLED, Lasting.UNTIL_OTHERS_DO)),
  PAUSED_OF_THREE(
      3,
      "one of three brokers paused until the others go on",
      new BrokerFault(How.PAUSED, Lasting.UNTIL_OTHERS_DO)),
  FULL_STATE(3, "state folder full", StateFault.FULL),
  READ_ONLY_STATE(3, "state folder read-only", StateFault.READ_ONLY),
  GONE_STATE(3, "state folder gone", StateFault.GONE),
  TAGGER_CLOCK(2, "clock of the instances an hour ahead, then behind", new ClockFault(0)),
  BROKER_CLOCK(2, "clock of the broker an hour ahead, then behind", new ClockFault(10_000));

  private final int times;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // enums and records are all that there is of them
  private final Fault fault;

  FaultRow(int times, String description, Fault fault) {
    this.times = times;
    this.description = description;
    this.fault = fault;
  }

  /**
   * Returns the row of a name as on the command line.
   *
   * @throws IllegalArgumentException if there is none
   */
  static FaultRow named(String name) {
    return Arrays.stream(values())
        .filter(row -> row.commandName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected the name of a fault, but found "
                        + name
                        + "; scripts/faults --help lists them."));
  }

  String commandName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int times() {
    return times;
  }

  String description() {
    return description;
  }

  Fault fault() {
    return fault;
  }

  Layout layout(GroupProtocol protocol) {
    int brokers = this == KILLED_OF_THREE || this == PAUSED_OF_THREE ? 3 : 1;
    Clock clock =
        this == TAGGER_CLOCK ? Clock.TAGGERS : this == BROKER_CLOCK ? Clock.BROKERS : Clock.NOBODY;
    return new Layout(brokers, clock, protocol);
  }

  /** Returns what this machine lacks, in words. */
  Optional<String> missing() {
    if ((this == FULL_STATE || this == READ_ONLY_STATE) && !Mounts.canBeMade()) {
      return Optional.of("the rights to mount a file system");
    }
    if ((this == TAGGER_CLOCK || this == BROKER_CLOCK) && !Clock.canBeSet()) {
      return Optional.of("libfaketime (Debian: faketime)");
    }
    return Optional.empty();
  }
}
