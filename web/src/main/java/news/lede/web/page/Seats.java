package news.lede.web.page;

import java.util.List;
import news.lede.community.Asker;

/** Whose view the desk shows: what one community sees, nobody else may be shown, so somebody has to be chosen. Private chats are no seats. */
public interface Seats {
    /** Holds the key of the seat that a browser chose. */
    String COOKIE = "lede-seat";

    /** A view to choose. */
    record Seat(String key, String label) {}

    /** The operator's own first. */
    List<Seat> all();

    /** A moderator there; in the operator's own where no such seat is. */
    Asker take(String key);

    /** Whoever a browser chose to be. */
    default Asker of(Visit visit) {
        return take(visit.cookie(COOKIE).orElse(""));
    }
}
