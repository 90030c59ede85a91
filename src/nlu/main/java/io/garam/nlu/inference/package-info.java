/** Inference: from texts to intents, alone or at their places in dialogues. */
@API(status = API.Status.MAINTAINED, since = "0.1.0")
@NullMarked
package io.garam.nlu.inference;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
