package news.lede.web.page;

import java.util.Optional;

/** Something that answers at an address. Thread-safe: every visit has a thread of its own. */
public interface Endpoint {
    /** Who is let in. */
    enum Audience {
        /** Whoever reaches the server: probes, feeds, hooks that check for themselves who calls. */
        ANYBODY,
        /** Whoever may use the desk: see {@code news.lede.web.access}. What they post carries the form key of their session. */
        DESK
    }

    /** Bodies are small where nobody says otherwise. */
    int USUAL_BODY = 64 * 1024;

    /** Where it answers: {@code /topics}, and below it ({@code /topics/economy}). {@code /} is that one alone. */
    String path();

    /**
     * Answers a GET or a POST; HEAD is asked as GET and loses its body afterwards. What is thrown is logged and shown as a failure of ours.
     *
     * @throws InterruptedException when the server closes
     */
    Reply answer(Visit visit) throws InterruptedException;

    /**
     * Looks at a POST before anything of its body is read, {@code visit} having none yet: an answer here is sent at once. Whoever lets {@link Audience#ANYBODY} in and knows its callers by their headers
     * or address turns others away here.
     */
    default Optional<Reply> unread(Visit visit) {
        return Optional.empty();
    }

    default Audience audience() {
        return Audience.DESK;
    }

    /** Whether it takes a POST. */
    default boolean takesPosts() {
        return false;
    }

    /** The most bytes that are read of a body; a longer one is refused. */
    default int mostBody() {
        return USUAL_BODY;
    }
}
