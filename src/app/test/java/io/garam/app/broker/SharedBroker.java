package io.garam.app.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Embedded broker that test classes share, since a start costs seconds: the first class that needs
 * it starts it, and JUnit closes it after the last. Each test has topics of its own.
 */
public final class SharedBroker implements BeforeAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(SharedBroker.class);

  private @Nullable EmbeddedBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                EmbeddedBroker.class,
                type -> EmbeddedBroker.startTemporary(),
                EmbeddedBroker.class);
  }

  /** Returns {@code host:port}. */
  public String bootstrapServers() {
    return Objects.requireNonNull(broker, "register it in a static field").bootstrapServers();
  }
}
