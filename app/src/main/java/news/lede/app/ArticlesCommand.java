package news.lede.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import news.lede.answer.Display;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.Articles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the articles in the store, by id. Reads them in batches, so a large store needs no large memory. */
@Command(name = "articles", description = "Lists the articles in the store.")
final class ArticlesCommand implements Callable<Integer> {
    private static final int BATCH = 200;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final RootCommand root;

    @Option(names = "--json", description = "Print a JSON array for a program to read.")
    private boolean json;

    ArticlesCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Articles articles = lede.store().articles();
            PrintStream out = root.surroundings().streams().out();
            if (json) {
                writeJson(articles, out);
            } else {
                writeList(articles, out);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to standard output", e);
        }
    }

    private static void each(Articles articles, Consumer<Article> action) {
        ArticleId last = new ArticleId(0);
        for (List<Article> batch = articles.after(last, BATCH); !batch.isEmpty(); batch = articles.after(last, BATCH)) {
            batch.forEach(action);
            last = batch.getLast().id();
        }
    }

    private static void writeList(Articles articles, PrintStream out) {
        if (articles.count() == 0) {
            out.println("No articles yet. `lede import PATH` takes in saved pages, text and feeds.");
            return;
        }
        each(articles, a -> {
            out.println(a.id() + "  " + Display.plain(a.title()));
            out.println("    " + a.publisher().map(Display::plain).orElse("publisher unknown") + ", "
                    + (a.approximate() ? "about " : "") + MINUTE.format(a.published()) + " UTC, "
                    + a.paragraphs().size() + " paragraphs"
                    + a.url().map(u -> ", " + u).orElse(""));
        });
    }

    private static void writeJson(Articles articles, PrintStream out) throws IOException {
        try (JsonGenerator generator = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            generator.writeStartArray();
            each(articles, a -> write(a, articles.listers(a.id()), generator));
            generator.writeEndArray();
        }
        out.println();
    }

    private static void write(Article article, List<ArticleId> listers, JsonGenerator json) {
        try {
            json.writeStartObject();
            json.writeNumberField("id", article.id().value());
            json.writeStringField("title", article.title());
            json.writeObjectField("publisher", article.publisher().orElse(null));
            json.writeObjectField("url", article.url().map(Object::toString).orElse(null));
            json.writeStringField("published", article.published().toString());
            json.writeBooleanField("approximate", article.approximate());
            json.writeArrayFieldStart("paragraphs");
            for (String paragraph : article.paragraphs()) {
                json.writeString(paragraph);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("listed_by");
            for (ArticleId lister : listers) {
                json.writeNumber(lister.value());
            }
            json.writeEndArray();
            json.writeNumberField("report", article.report().value());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to standard output", e);
        }
    }
}
