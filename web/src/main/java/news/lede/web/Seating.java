package news.lede.web;

import java.util.Map;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;

/** Where a browser chooses whose view it shows. */
final class Seating implements Endpoint {
    static final String PATH = "/seat";

    private final Seats seats;

    Seating(Seats seats) {
        this.seats = seats;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public boolean takesPosts() {
        return true;
    }

    @Override
    public Reply answer(Visit visit) {
        String wanted = visit.form().text("seat").orElse("");
        // Only keys that exist go into a header.
        String key = seats.all().stream()
                .map(Seats.Seat::key)
                .filter(wanted::equals)
                .findFirst()
                .orElse("");
        return new Reply.Elsewhere(
                visit.form().text("to").filter(Reply::isOurs).orElse("/"),
                Map.of(
                        "Set-Cookie",
                        Seats.COOKIE + "=" + key + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"));
    }
}
