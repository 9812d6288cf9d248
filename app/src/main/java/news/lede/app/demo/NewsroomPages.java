package news.lede.app.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import news.lede.app.demo.SampleNews.Aggregator;
import news.lede.app.demo.SampleNews.Listed;
import news.lede.app.demo.SampleNews.Piece;
import news.lede.app.demo.SampleNews.Publisher;
import org.jsoup.nodes.Entities;

/** Sets the sample newsroom's texts as papers would: feeds, article pages, an aggregator's page. Pure. */
final class NewsroomPages {
    private NewsroomPages() {}

    /** An article that has appeared, at its own address. */
    record Printed(Piece piece, String address, Instant published) {}

    /** RSS 2.0 with full texts, newest first. */
    static String feed(Publisher publisher, String address, List<Printed> printed) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\n")
                .append(element("title", publisher.name()))
                .append(element("link", address))
                .append(element("description", "News of an invented country"))
                .append(element("language", publisher.language()));
        printed.forEach(p -> out.append("<item>\n")
                .append(element("title", p.piece().title()))
                .append(element("link", p.address()))
                .append(element("guid", p.address()))
                .append(element(
                        "pubDate",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                p.published().atOffset(ZoneOffset.UTC))))
                .append(element("content:encoded", paragraphs(p.piece().paragraphs())))
                .append("</item>\n"));
        return out.append("</channel></rss>\n").toString();
    }

    static String article(Publisher publisher, Printed printed) {
        Piece piece = printed.piece();
        return "<!DOCTYPE html>\n<html lang=\"" + publisher.language() + "\"><head><meta charset=\"utf-8\">"
                + element("title", piece.title() + " | " + publisher.name())
                + "<meta property=\"og:site_name\" content=\"" + text(publisher.name()) + "\">"
                + "<meta property=\"article:published_time\" content=\"" + printed.published() + "\"></head><body>"
                + "<header><a href=\"/\">" + text(publisher.name()) + "</a></header><article>"
                + element("h1", piece.title())
                + paragraphs(piece.paragraphs())
                + "</article></body></html>\n";
    }

    /** The main article in pieces as its links part it, then the others with advertising inside. */
    static String aggregator(Aggregator page) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(element("title", page.title()))
                .append("</head><body><div>")
                .append(element("h1", page.title()));
        page.fragments().forEach(f -> out.append(element("div", f)));
        out.append("</div><div>")
                .append(element("div", "Try Our AI Features"))
                .append(element("div", "Explore what " + page.publisher() + " AI can do for you:"))
                .append(element("div", "Comments"))
                .append(element("div", "No comments yet..."))
                .append(element("h2", "Related Articles"));
        for (Listed listed : page.related()) {
            out.append("<div>")
                    .append(element("div", listed.publisher()))
                    .append(element("div", listed.relative()))
                    .append(element("div", "- " + listed.publisher()))
                    .append(element("h3", listed.title()))
                    .append(element("div", listed.text()))
                    .append("</div>");
        }
        return out.append("</div></body></html>\n").toString();
    }

    private static String paragraphs(List<String> paragraphs) {
        StringBuilder out = new StringBuilder();
        paragraphs.forEach(p -> out.append(element("p", p)));
        return out.toString();
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + text(content) + "</" + name + ">\n";
    }

    private static String text(String plain) {
        return Entities.escape(plain);
    }
}
