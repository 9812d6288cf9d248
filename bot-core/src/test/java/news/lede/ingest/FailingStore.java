package news.lede.ingest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import news.lede.article.Transactor;
import news.lede.store.Store;

/** A store that fails at one step: at the n-th call of any of its ports, or right after the n-th commit. */
final class FailingStore {
    private final Store store;
    private final int failingCall;
    private final Supplier<? extends Throwable> failure;
    private int calls;

    private FailingStore(Store store, int failingCall, Supplier<? extends Throwable> failure) {
        this.store = store;
        this.failingCall = failingCall;
        this.failure = failure;
    }

    /** What a power cut is to a program: nothing it could catch and go on from. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("power cut");
        }
    }

    /** {@code store} as a program sees it that meets {@code failure} once, at its {@code call}-th step. */
    static Store at(int call, Store store, Supplier<? extends Throwable> failure) {
        FailingStore failing = new FailingStore(store, call, failure);
        return failing.wrapped(Store.class, failing.ports());
    }

    private InvocationHandler ports() {
        return (_, method, arguments) -> {
            Object port = invoke(store, method, arguments);
            return port != null
                            && method.getReturnType().isInterface()
                            && !method.getReturnType().equals(String.class)
                    ? port instanceof Transactor transactor
                            ? wrapped(Transactor.class, steps(transactor, true))
                            : wrapped(method.getReturnType(), steps(port, false))
                    : port;
        };
    }

    private InvocationHandler steps(Object port, boolean after) {
        return (_, method, arguments) -> {
            if (!after) {
                step();
            }
            Object result = invoke(port, method, arguments);
            if (after) {
                step();
            }
            return result;
        };
    }

    private synchronized void step() throws Throwable {
        if (++calls == failingCall) {
            throw failure.get();
        }
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
