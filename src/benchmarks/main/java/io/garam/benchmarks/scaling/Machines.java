package io.garam.benchmarks.scaling;

/**
 * Machines of a cluster.
 *
 * @param taggerCores cores, and stream threads, of an instance of the tagger
 * @param brokerCores cores of a broker
 * @param copies of each record
 * @param load the share of their capacity that is used; the rest is for catching up
 */
record Machines(int taggerCores, int brokerCores, int copies, double load) {}
