/** What comes out of tagging: tagged events, and statistics of the tagger. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.streams.output;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
