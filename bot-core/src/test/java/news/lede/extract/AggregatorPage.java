package news.lede.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An aggregator's page of our own invention, as saved text and rebuilt as HTML in the shapes that such pages come in. */
final class AggregatorPage {
    private final String text;
    private final List<String> main = new ArrayList<>();
    private final List<List<String>> listed = new ArrayList<>();

    private AggregatorPage(String text) {
        this.text = text;
        List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
        int firstHead = lines.size() - 1;
        while (!lines.get(firstHead).startsWith("- ")) {
            firstHead--;
        }
        while (firstHead > 5 && lines.get(firstHead - 5).startsWith("- ")) {
            firstHead -= 5;
        }
        main.addAll(lines.subList(0, firstHead - 2));
        for (int i = firstHead - 2; i + 5 <= lines.size(); i += 5) {
            listed.add(lines.subList(i, i + 5));
        }
    }

    static AggregatorPage load(String name) {
        try (InputStream in = AggregatorPage.class.getResourceAsStream(name)) {
            return new AggregatorPage(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /** Every line in an element of its own; {@code name} makes class names of telling ones. */
    String html(UnaryOperator<String> name) {
        StringBuilder out = new StringBuilder("<!doctype html><html><head><meta charset='utf-8'><title>")
                .append(main.getFirst())
                .append("</title></head><body><nav><a href='/'>Start</a></nav><div class='")
                .append(name.apply("article"))
                .append("'><h1>")
                .append(main.getFirst())
                .append("</h1>");
        main.stream().skip(1).forEach(l -> out.append("<div>").append(l).append("</div>"));
        out.append("</div><div class='").append(name.apply("related")).append("'>");
        for (List<String> one : listed) {
            out.append("<div class='")
                    .append(name.apply("item"))
                    .append("'><span class='")
                    .append(name.apply("source"));
            out.append("'>")
                    .append(one.get(0))
                    .append("</span><span>")
                    .append(one.get(1))
                    .append("</span><span>");
            out.append(one.get(2)).append("</span><h3>").append(one.get(3)).append("</h3><p>");
            out.append(one.get(4)).append("</p></div>");
        }
        return out.append("</div><footer><p>© Sammelseite</p></footer></body></html>")
                .toString();
    }

    /** The title first, publisher and age in one line behind it, the text cut by line breaks. */
    String htmlTitleFirst() {
        StringBuilder out = new StringBuilder("<html><body><main><h2>")
                .append(main.getFirst())
                .append("</h2>");
        main.stream().skip(1).forEach(l -> out.append("<p>").append(l).append("</p>"));
        out.append("</main><ul>");
        for (List<String> one : listed) {
            out.append("<li><a href='/x'><b>").append(one.get(3)).append("</b></a><div>");
            out.append(one.get(0))
                    .append(" – ")
                    .append(one.get(1))
                    .append("</div><div>")
                    .append(one.get(4))
                    .append("</div></li>");
        }
        return out.append("</ul></body></html>").toString();
    }
}
