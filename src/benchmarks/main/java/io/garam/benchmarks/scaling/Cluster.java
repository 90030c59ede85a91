package io.garam.benchmarks.scaling;

/**
 * Cluster that is large enough for a rate.
 *
 * @param rate events a second
 * @param instances of the tagger
 * @param threads stream threads of all instances, as many as cores
 * @param partitions of the input topic, each for one thread at a time: four for each thread, so
 *     that those of a lost instance can be spread over the others
 * @param brokers at least as many as there are copies
 * @param inputMegabytes that the brokers take in a second from the tagger and from whoever writes
 *     events, copies included
 * @param changelogMegabytes the part of it that goes to the changelog, copies included
 */
record Cluster(
    double rate,
    int instances,
    int threads,
    int partitions,
    int brokers,
    double inputMegabytes,
    double changelogMegabytes) {

  private static final int PARTITIONS_OF_THREAD = 4;

  static Cluster of(double rate, Costs costs, Machines machines) {
    int instances =
        ceil(rate * costs.taggerMicros() / 1e6 / machines.load() / machines.taggerCores());
    int threads = instances * machines.taggerCores();
    double brokerCores = rate * costs.brokerMicros() * machines.copies() / 1e6 / machines.load();
    double megabytes = rate * machines.copies() / 1e6;
    return new Cluster(
        rate,
        instances,
        threads,
        threads * PARTITIONS_OF_THREAD,
        Math.max(machines.copies(), ceil(brokerCores / machines.brokerCores())),
        megabytes * (costs.eventBytes() + costs.outputBytes() + costs.stateBytes()),
        megabytes * costs.stateBytes());
  }

  private static int ceil(double needed) {
    return (int) Math.ceil(needed);
  }
}
