package io.garam.app.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Broker that goes away, and comes back once the fault has lasted.
 *
 * @param how it goes and comes back
 * @param lasting until when it is away
 */
record BrokerFault(How how, Lasting lasting) implements Fault {

  /** How a broker goes away. */
  enum How {
    KILLED {
      @Override
      void go(BrokerProcess broker) throws Exception {
        broker.kill();
      }

      @Override
      void comeBack(BrokerProcess broker) throws Exception {
        broker.startAgain();
      }
    },
    PAUSED {
      @Override
      void go(BrokerProcess broker) throws Exception {
        broker.freeze();
      }

      @Override
      void comeBack(BrokerProcess broker) throws Exception {
        broker.thaw();
      }
    },
    CUT_OFF {
      @Override
      void go(BrokerProcess broker) {
        broker.cutOff();
      }

      @Override
      void comeBack(BrokerProcess broker) {
        broker.connect();
      }
    };

    abstract void go(BrokerProcess broker) throws Exception;

    abstract void comeBack(BrokerProcess broker) throws Exception;
  }

  /** Until when a broker is away. */
  enum Lasting {
    /** Until both instances say that no broker answers. */
    UNTIL_NOTICED {
      @Override
      void during(TestBed bed, How how, BrokerProcess broker) throws Exception {
        long first = bed.instance(0).said(AWAY);
        long second = bed.instance(1).said(AWAY);
        how.go(broker);
        Condition noticed =
            () -> bed.instance(0).said(AWAY) > first && bed.instance(1).said(AWAY) > second;
        noticed.await("a word of each instance that no broker answers");
      }
    },

    THREE_MINUTES {
      @Override
      void during(TestBed bed, How how, BrokerProcess broker) throws Exception {
        how.go(broker);
        TimeUnit.NANOSECONDS.sleep(Duration.ofMinutes(3).toNanos());
      }
    },

    /** Until the other brokers have taken over, and all is tagged that came afterwards. */
    UNTIL_OTHERS_DO {
      @Override
      void during(TestBed bed, How how, BrokerProcess broker) throws Exception {
        how.go(broker);
        bed.progress().awaitCaughtUp();
      }
    };

    private static final String AWAY = "No broker at";

    abstract void during(TestBed bed, How how, BrokerProcess broker) throws Exception;
  }

  @Override
  public void strike(TestBed bed, int strike) throws Exception {
    lasting.during(bed, how, bed.broker(strike));
  }

  @Override
  public void heal(TestBed bed, int strike) throws Exception {
    how.comeBack(bed.broker(strike));
  }
}
