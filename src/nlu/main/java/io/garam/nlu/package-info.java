/** What an utterance was found to mean, and what every module of Garam shares. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.nlu;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
