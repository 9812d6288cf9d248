package news.lede.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Sessions of which each transaction has to wait until somebody else has written. */
record LateTurn(Sessions sessions, Runnable others) implements Sessions {
    @Override
    public <T> T read(Function<Handle, T> work) {
        return sessions.read(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        others.run();
        return sessions.write(work);
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
