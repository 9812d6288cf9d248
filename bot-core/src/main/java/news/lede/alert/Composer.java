package news.lede.alert;

import java.util.List;
import news.lede.alert.Deliveries.Shown;

/** Makes the message of a delivery when it is its turn, so that it tells the newest. */
public interface Composer {
    Composed compose(Delivery delivery);

    /** The message that a told story should be now. */
    Composed compose(Edit edit);

    sealed interface Composed {
        /** {@code shown}: what it tells. */
        record Message(Messenger.Outgoing outgoing, List<Shown> shown) implements Composed {}

        /** It is not to be sent any more: nothing of it can be seen there, nobody wants it, it was told meanwhile. */
        record Needless(String why) implements Composed {}
    }
}
