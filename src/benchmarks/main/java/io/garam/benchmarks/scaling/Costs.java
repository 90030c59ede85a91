package io.garam.benchmarks.scaling;

/**
 * Measured costs of tagging.
 *
 * @param taggerMicros processor time of a tagger for an event, in microseconds
 * @param brokerMicros processor time of a broker for an event that is written, fetched, tagged and
 *     written again, in microseconds, for each copy
 * @param eventBytes of an input event on the wire
 * @param outputBytes of a tagged event
 * @param stateBytes of a changelog record, 0 where the model follows no dialogues
 */
record Costs(
    double taggerMicros,
    double brokerMicros,
    double eventBytes,
    double outputBytes,
    double stateBytes) {}
