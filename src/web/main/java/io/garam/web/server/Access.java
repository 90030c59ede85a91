package io.garam.web.server;

import io.garam.web.server.ReceivedRequest.Headers;
import java.util.Optional;

/** Access rule of an endpoint: who may ask. */
@FunctionalInterface
public interface Access {

  /** Everyone who reaches the port. */
  Access OPEN = headers -> Optional.empty();

  /** Returns why a request is refused, with status 401 or 403; empty where it is allowed. */
  Optional<Problem> refusal(Headers headers);
}
