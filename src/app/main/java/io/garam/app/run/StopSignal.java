package io.garam.app.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signal handler: lets a command end in its own order at Ctrl-C or SIGTERM, with its own exit code.
 * A shutdown hook would not do: hooks run side by side, and ONNX Runtime's frees the native library
 * while the stream still runs on it. A second signal ends the process at once, as is usual.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear a signal in Java, and open to all, but the
 * compiler warns of it; hence reflection.
 */
public final class StopSignal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StopSignal.class);
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<Runnable> restore = new ArrayList<>();

  private StopSignal() {}

  public static StopSignal install() {
    StopSignal signal = new StopSignal();
    SIGNALS.forEach(signal::listen);
    return signal;
  }

  /** Waits for the signal. Returns whether it has come by then. */
  public boolean await(Duration timeout) throws InterruptedException {
    return asked.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Says whether the signal has come. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Gives the signals back to whom they belonged before. */
  @Override
  public synchronized void close() {
    restore.forEach(Runnable::run);
    restore.clear();
  }

  private void listen(String name) {
    try {
      Class<?> signalClass = Class.forName("sun.misc.Signal");
      Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
      Object signal = signalClass.getConstructor(String.class).newInstance(name);
      InvocationHandler onSignal =
          (proxy, method, arguments) -> {
            close();
            asked.countDown();
            return null;
          };
      Object handler =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(), new Class<?>[] {handlerClass}, onSignal);
      Object before =
          signalClass.getMethod("handle", signalClass, handlerClass).invoke(null, signal, handler);
      restore.add(
          () -> {
            try {
              signalClass
                  .getMethod("handle", signalClass, handlerClass)
                  .invoke(null, signal, before);
            } catch (ReflectiveOperationException e) {
              log.debug("The signal {} stays with its handler.", name, e);
            }
          });
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      log.warn("SIG{} cannot be heard here and ends the process without order ({}).", name, e);
    }
  }
}
