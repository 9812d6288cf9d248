package news.lede.alert;

import java.time.Instant;
import java.util.List;
import news.lede.alert.Deliveries.Shown;

/** Makes the message of a delivery when it is its turn, so that it tells the newest. Called by many threads at once. */
public interface Composer {
    /** {@link Messenger.Outgoing#nonce} is {@link Delivery#nonce}. */
    Composed compose(Delivery delivery);

    /** The message that a told story should be now. Its nonce is not looked at. */
    Composed compose(Edit edit);

    /** The message that tells something taken back, or given back, should be now. Its nonce is not looked at; what it shows is empty. */
    Composed compose(Retraction retraction);

    sealed interface Composed {
        /** {@code shown}: what it tells. */
        record Message(Messenger.Outgoing outgoing, List<Shown> shown) implements Composed {
            public Message {
                shown = List.copyOf(shown);
            }
        }

        /** It is not to be sent any more: nothing of it can be seen there, nobody wants it, it was told meanwhile. */
        record Needless(String why) implements Composed {}

        /** Not at this hour: again {@code at}. */
        record Later(Instant at, String why) implements Composed {}

        /** The conversation takes no more of them; told in a digest. */
        record Held(String why) implements Composed {}
    }
}
