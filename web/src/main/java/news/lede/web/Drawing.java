package news.lede.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.web.page.Frame;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;

/** Draws pages by their templates, which are compiled into the program: nothing is read or compiled when one is first shown. Thread-safe. */
final class Drawing {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final List<Page> pages;
    private final Seats seats;
    private final Assets assets;

    Drawing(List<Page> pages, Seats seats, Assets assets) {
        this.pages = List.copyOf(pages);
        this.seats = seats;
        this.assets = assets;
    }

    /**
     * Whom a page is drawn for.
     *
     * @param on the page that answered, if one did
     * @param inside whether the visitor may use the desk, so that its pages are named
     * @param here the path of the page
     * @param seat the key of the seat that was chosen
     */
    record Around(Optional<Page> on, boolean inside, String here, String seat, String formKey, boolean signedIn) {
        static final Around NOTHING = new Around(Optional.empty(), false, "/", "", "", false);
    }

    /** A page as bytes of HTML. */
    byte[] draw(Reply.Drawn reply, Around around) {
        Optional<Page> on = around.on();
        Frame frame = new Frame(
                reply.title(),
                around.here(),
                around.inside() ? links(on) : List.of(),
                around.inside() ? chairs(around.seat()) : List.of(),
                around.formKey(),
                around.signedIn(),
                on.filter(page -> reply.status() == 200)
                        .filter(page -> page.mark().isPresent())
                        .map(Live::of),
                Stream.concat(Stream.of("desk.css"), on.stream().flatMap(page -> page.styles().stream()))
                        .map(assets::address)
                        .toList(),
                assets::address);
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(reply.template(), Map.of("frame", frame, "page", reply.page()), out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With one seat there is nothing to choose. */
    private List<Frame.Chair> chairs(String taken) {
        List<Seats.Seat> all = seats.all();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(seat -> new Frame.Chair(
                                seat.key(), seat.label(), seat.key().equals(taken)))
                        .toList();
    }

    private List<Frame.Link> links(Optional<Page> on) {
        return pages.stream()
                .map(page -> new Frame.Link(
                        page.name(), page.path(), on.filter(page::equals).isPresent()))
                .toList();
    }
}
