package news.lede.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.lede.community.Asker;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Draws replies as a browser would get them. */
public final class Drawn {
    private Drawn() {}

    /** The page of a reply that is one. */
    public static Document of(Reply reply) {
        return of(reply, Optional.empty());
    }

    /** The same as the answer of a page. */
    public static Document of(Reply reply, Optional<Page> page) {
        Drawing drawing = new Drawing(page.stream().toList(), new NoSeats(), new Assets());
        byte[] html = drawing.draw((Reply.Drawn) reply, new Drawing.Around(page, true, "/", "", "form-key", false));
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }

    private record NoSeats() implements Seats {
        @Override
        public List<Seat> all() {
            return List.of();
        }

        @Override
        public Asker take(String key) {
            throw new UnsupportedOperationException(key);
        }
    }
}
