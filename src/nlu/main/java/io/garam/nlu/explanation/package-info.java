/** Why an utterance was given its label: what its parts did to it, and what the gates did. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.nlu.explanation;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
