package io.garam.app.faults;

/**
 * Layout of a test bed.
 *
 * @param brokers one or three
 * @param clock whose clock the fault sets
 * @param protocol by which the instances share the partitions
 */
record Layout(int brokers, Clock clock, GroupProtocol protocol) {}
