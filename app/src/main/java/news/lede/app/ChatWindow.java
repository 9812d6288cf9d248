package news.lede.app;

import java.util.List;
import java.util.Optional;

/** Where a chat is typed and read. */
interface ChatWindow extends AutoCloseable {
    /** The next line typed; empty when there will be none. */
    Optional<String> next();

    /** Shows an answer. */
    void show(List<ChatLine> lines);

    /** Shows what nobody asked for, between questions. Called by any thread. */
    void tell(List<ChatLine> lines);

    @Override
    void close();
}
