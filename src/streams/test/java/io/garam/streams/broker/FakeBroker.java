package io.garam.streams.broker;

import io.garam.streams.client.Brokers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersionCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;

/**
 * A broker of one node in this process. It speaks Kafka's protocol over the loopback, so that the
 * clients of a test are Kafka's own; what it holds and what it refuses is up to the test.
 */
public final class FakeBroker implements AutoCloseable {

  /** What is said to a request. */
  public interface Answer {
    AbstractResponse to(AbstractRequest request);
  }

  /** A TLS handshake looks like a request of hundreds of megabytes. */
  private static final int LARGEST_REQUEST = 32 << 20;

  private final ServerSocket server;
  private final Map<ApiKeys, Short> newestVersions = new EnumMap<>(ApiKeys.class);
  private final Map<ApiKeys, Answer> answers = new ConcurrentHashMap<>();
  private final List<AbstractRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  public final FakeTopics topics;
  public final FakeGroups groups;
  public final FakeProducers producers;

  public FakeBroker() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    topics = new FakeTopics(this);
    groups = new FakeGroups(this);
    producers = new FakeProducers(this, topics, groups);
    answer(ApiKeys.API_VERSIONS, 3, request -> versions());
    start("accept", this::accept);
  }

  /** Answers a kind of request, up to a version of it, instead of what was said to it before. */
  void answer(ApiKeys kind, int newestVersion, Answer answer) {
    newestVersions.put(kind, (short) newestVersion);
    answers.put(kind, answer);
  }

  /** Answers every request of a kind with an error from now on. */
  public void refuse(ApiKeys kind, Errors error) {
    answers.put(kind, request -> request.getErrorResponse(0, error.exception()));
  }

  /** Answers a kind of request otherwise from now on. */
  public void answer(ApiKeys kind, Answer answer) {
    answers.put(kind, answer);
  }

  /** Returns the requests of a kind that have come. */
  public List<AbstractRequest> requests(ApiKeys kind) {
    return requests.stream().filter(request -> request.apiKey() == kind).toList();
  }

  public int port() {
    return server.getLocalPort();
  }

  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Returns the brokers as Garam asks them, with ten seconds for each answer. */
  public Brokers brokers() {
    return brokers(10_000);
  }

  public Brokers brokers(int timeoutMs) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", address());
    return new Brokers(properties, timeoutMs);
  }

  private AbstractResponse versions() {
    ApiVersionCollection all = new ApiVersionCollection();
    newestVersions.forEach(
        (kind, newest) ->
            all.add(
                new ApiVersion()
                    .setApiKey(kind.id)
                    .setMinVersion(kind.oldestVersion())
                    .setMaxVersion(newest)));
    return new ApiVersionsResponse(new ApiVersionsResponseData().setApiKeys(all));
  }

  private void accept() throws IOException {
    while (true) {
      Socket connection = server.accept();
      connection.setTcpNoDelay(true);
      connections.add(connection);
      start("connection", () -> serve(connection));
    }
  }

  private void serve(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    DataOutputStream out = new DataOutputStream(connection.getOutputStream());
    while (true) {
      int length = in.readInt();
      if (length < 0 || length > LARGEST_REQUEST) {
        connection.close();
        return;
      }
      byte[] frame = new byte[length];
      in.readFully(frame);
      ByteBuffer buffer = ByteBuffer.wrap(frame);
      RequestHeader header = RequestHeader.parse(buffer);
      AbstractRequest request =
          AbstractRequest.parseRequest(
                  header.apiKey(), header.apiVersion(), new ByteBufferAccessor(buffer))
              .request;
      requests.add(request);
      AbstractResponse response = answers.get(header.apiKey()).to(request);
      ResponseHeader reply = header.toResponseHeader();
      ByteBuffer bytes =
          RequestUtils.serialize(
              reply.data(), reply.headerVersion(), response.data(), header.apiVersion());
      out.writeInt(bytes.remaining());
      out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      out.flush();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (EOFException e) {
                // The client has closed.
              } catch (IOException e) {
                if (!server.isClosed() && !"Connection reset".equals(e.getMessage())) {
                  throw new UncheckedIOException(e);
                }
              }
            },
            "fake-broker-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : new ArrayList<>(connections)) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
