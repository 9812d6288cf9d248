package news.lede.alert.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import news.lede.alert.Credits;
import news.lede.alert.Deliveries;
import news.lede.alert.Edits;
import news.lede.alert.Matches;
import news.lede.alert.Outbox;
import news.lede.alert.Planner;
import news.lede.alert.Retractions;
import news.lede.alert.Sender;
import news.lede.alert.Suspensions;
import news.lede.article.InDoubt;
import news.lede.article.Transactor;
import news.lede.community.Communities;
import news.lede.store.Store;
import news.lede.subscription.Subscriptions;

/** The store as a process sees it that may die before and after each call and each commit, and that is told now and then that the store is busy, or that nobody knows whether a change was kept. */
final class SimPorts {
    private final Faults faults;
    private final int busy;
    private boolean inside;

    private SimPorts(Faults faults, int busy) {
        this.faults = faults;
        this.busy = busy;
    }

    /** {@code busy}: of so many calls one finds the store busy. */
    static Sender.Ports of(Store store, Faults faults, int busy) {
        SimPorts ports = new SimPorts(faults, busy);
        return new Sender.Ports(
                ports.transactor(store.transactor()),
                ports.wrapped(Deliveries.class, store.deliveries()),
                ports.wrapped(Edits.class, store.edits()),
                ports.wrapped(Retractions.class, store.retractions()),
                ports.wrapped(Suspensions.class, store.suspensions()),
                ports.wrapped(Communities.class, store.communities()));
    }

    static Planner.Books books(Store store, Faults faults, int busy) {
        SimPorts ports = new SimPorts(faults, busy);
        return new Planner.Books(
                ports.transactor(store.transactor()),
                ports.wrapped(Subscriptions.class, store.subscriptions()),
                ports.wrapped(Matches.class, store.matches()),
                ports.wrapped(Outbox.class, store.outbox()),
                ports.wrapped(Deliveries.class, store.deliveries()),
                ports.wrapped(Suspensions.class, store.suspensions()),
                ports.wrapped(Credits.class, store.credits()));
    }

    private Transactor transactor(Transactor transactor) {
        return new Transactor() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                step("begin");
                T result = transactor.inTransaction(() -> {
                    inside = true;
                    try {
                        T made = work.get();
                        step("before commit");
                        return made;
                    } finally {
                        inside = false;
                    }
                });
                faults.step("after commit");
                loseAnswer();
                return result;
            }
        };
    }

    /** What was changed is kept, and nobody knows. */
    private void loseAnswer() {
        if (faults.once(busy)) {
            faults.note("answer of the store lost");
            throw new InDoubt("the store's answer was lost", new IllegalStateException("a test"));
        }
    }

    private void step(String where) {
        faults.step(where);
        if (faults.once(busy)) {
            faults.note("busy at %s", where);
            throw new IllegalStateException("the store is busy");
        }
    }

    private <T> T wrapped(Class<T> type, T port) {
        InvocationHandler handler = (_, method, arguments) -> {
            step(method.getName());
            boolean alone = !inside;
            Object result = invoke(port, method, arguments);
            if (alone) {
                faults.step("after " + method.getName());
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
