package news.lede.store;

import java.util.function.Function;
import news.lede.lease.Lease;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sessions whose transactions, on threads that are under a lease, begin by asking whether it is still held. Since a lease is taken by whoever writes, and one transaction writes at a time, nothing that was
 * begun under an older lease is kept after that.
 */
final class FencedSessions implements Sessions {
    private final Sessions sessions;
    /** Threads begun under a lease are under it too, whoever begins them: parts of the program begin theirs where and when they like. One for each store. */
    @SuppressWarnings("ThreadLocalUsage")
    private final InheritableThreadLocal<@Nullable Lease> lease = new InheritableThreadLocal<>();
    /** Bound where the present transaction has been let through. */
    private final ScopedValue<Lease> passed = ScopedValue.newInstance();

    FencedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    void under(Lease held, Runnable work) {
        Lease before = lease.get();
        lease.set(held);
        try {
            work.run();
        } finally {
            if (before == null) {
                lease.remove();
            } else {
                lease.set(before);
            }
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return sessions.read(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        Lease held = lease.get();
        if (held == null || passed.isBound()) {
            return sessions.write(work);
        }
        return sessions.write(held, handle -> ScopedValue.where(passed, held).call(() -> work.apply(handle)));
    }

    @Override
    public <T> T beside(Function<Handle, T> work) {
        return sessions.beside(work);
    }

    @Override
    public String now() {
        return sessions.now();
    }

    @Override
    public boolean compact() {
        return sessions.compact();
    }

    @Override
    public int reclaim(int pages) {
        return sessions.reclaim(pages);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
