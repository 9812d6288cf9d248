package news.lede.telegram;

import java.util.Optional;

/**
 * What an update asks us to do.
 *
 * @param turn whose turn it waits for; empty: nobody's
 * @param lasting it is still worth doing after a restart
 */
record Errand(Optional<ConversationQueue.Key> turn, boolean lasting, Work work) {
    /** Doing it; an interrupt means that we are stopped and it is left for the next start. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** After what came before it in the same conversation. */
    static Errand inTurn(Venue venue, Work work) {
        ConversationQueue.Key key =
                new ConversationQueue.Key(venue.chat(), venue.thread().orElse(0));
        return new Errand(Optional.of(key), true, work);
    }

    /** Beside all else. */
    static Errand aside(Work work) {
        return new Errand(Optional.empty(), true, work);
    }

    /** Beside all else, and in vain a moment later. */
    static Errand fleeting(Work work) {
        return new Errand(Optional.empty(), false, work);
    }
}
