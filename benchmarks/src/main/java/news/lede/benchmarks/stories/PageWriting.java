package news.lede.benchmarks.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.article.NewArticle;

/** Invented articles as pages: with the menus, lists and scripts that surround an article elsewhere, about forty kilobytes each. */
final class PageWriting {
    private static final int MENU = 60;
    private static final int TEASERS = 40;
    private static final int SCRIPT_LINES = 220;

    private static final String MENUS = IntStream.range(0, MENU)
            .mapToObj(i -> "<li class=\"nav__item\"><a href=\"/section/" + i + "\">Section " + i + "</a></li>")
            .collect(Collectors.joining("\n"));
    private static final String SCRIPTS = IntStream.range(0, SCRIPT_LINES)
            .mapToObj(i -> "window.dataLayer.push({\"event\":\"view\",\"slot\":\"slot-" + i
                    + "\",\"width\":300,\"height\":250});")
            .collect(Collectors.joining("\n"));
    private static final String ASIDE = IntStream.range(0, TEASERS)
            .mapToObj(i -> "<article class=\"teaser\"><a href=\"/news/teaser-" + i
                    + "\"><img src=\"/i/" + i + ".jpg\" alt=\"\"><h3>More to read, number " + i
                    + "</h3></a><p>A short line that makes readers curious about number " + i + ".</p></article>")
            .collect(Collectors.joining("\n"));

    private PageWriting() {}

    /** Writes {@code count} pages of the news that follow on {@code skipped} articles, the last published at {@code end}. */
    static void write(Path folder, int skipped, int count, Instant end) throws IOException {
        Files.createDirectories(folder);
        InventedNews news = new InventedNews(7, InventedNews.firstOf(skipped + count, end));
        for (int i = 0; i < skipped; i++) {
            news.next();
        }
        for (int i = 0; i < count; i++) {
            NewArticle article = news.next().article();
            Files.writeString(folder.resolve("page%06d.html".formatted(i)), page(article));
        }
    }

    private static String page(NewArticle article) {
        String body = article.paragraphs().stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining("\n"));
        String publisher = article.publisher().orElseThrow();
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s | %2$s</title>
                <link rel="canonical" href="%3$s">
                <meta property="og:site_name" content="%2$s">
                <meta property="article:published_time" content="%4$s">
                <script>%5$s</script></head>
                <body><header><nav><ul>%6$s</ul></nav></header>
                <main><article class="story"><h1>%1$s</h1><p class="byline">By our newsroom</p>
                <time datetime="%4$s">%4$s</time>
                <div class="story__body">%7$s</div></article>
                <aside class="more"><h2>More</h2>%8$s</aside></main>
                <footer><ul>%6$s</ul><p>All rights reserved by %2$s.</p></footer></body></html>
                """.formatted(
                        article.title(),
                        publisher,
                        article.url().orElseThrow(),
                        article.published(),
                        SCRIPTS,
                        MENUS,
                        body,
                        ASIDE);
    }
}
