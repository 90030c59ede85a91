/** The configuration of a tagger: its keys, their defaults and checks. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.streams.config;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
