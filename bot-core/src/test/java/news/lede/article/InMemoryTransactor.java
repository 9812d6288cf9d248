package news.lede.article;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Undoes failed work by putting back the state that its parts had before. */
public final class InMemoryTransactor implements Transactor {
    private final ReentrantLock writer = new ReentrantLock(true);
    private final List<Restorable> parts;

    public InMemoryTransactor(List<? extends Restorable> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (writer.isHeldByCurrentThread()) {
            return work.get();
        }
        writer.lock();
        try {
            List<Runnable> before = parts.stream().map(Restorable::snapshot).toList();
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (!done) {
                    before.forEach(Runnable::run);
                }
            }
        } finally {
            writer.unlock();
        }
    }
}
