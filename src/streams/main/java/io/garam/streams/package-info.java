/** Tagging a Kafka topic: as an application of its own, or as a part of another topology. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.streams;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
