package news.lede.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.NewArticle;
import news.lede.article.ReportId;
import news.lede.text.Dates;
import news.lede.text.Language;
import news.lede.text.LanguageDetector;
import news.lede.text.Sentences;

/**
 * An article as a file gives it. A missing language is detected. {@code published} is absent when the file says nothing of it.
 *
 * @param title may be empty
 */
record LabelledArticle(
        String id,
        Language language,
        Optional<String> publisher,
        Optional<Instant> published,
        String title,
        List<String> paragraphs) {
    private static final int LONGEST_TITLE = 120;

    LabelledArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    static LabelledArticle of(Line line) {
        String id = line.id();
        String title = line.text("title").strip();
        String text = line.text("text");
        return new LabelledArticle(
                id,
                language(line, title + "\n" + text),
                line.optional("source").map(String::strip).filter(source -> !source.isEmpty()),
                published(line),
                title,
                Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList());
    }

    private static Language language(Line line, String text) {
        Optional<String> code = line.optional("lang").filter(lang -> !lang.isBlank());
        if (code.isEmpty()) {
            return LanguageDetector.detect(text);
        }
        try {
            return new Language(code.get().strip());
        } catch (IllegalArgumentException e) {
            throw line.fault("has a \"lang\" that is no language code, \"" + code.get() + "\"");
        }
    }

    private static Optional<Instant> published(Line line) {
        Optional<String> told = line.optional("published").filter(text -> !text.isBlank());
        Optional<Instant> read = told.flatMap(text -> Dates.read(text, false)).map(Dates.Reading::instant);
        if (told.isPresent() && read.isEmpty()) {
            throw line.fault("has a \"published\" that is no date, \"" + told.get() + "\"");
        }
        return read;
    }

    /** As the bot takes it in; {@code otherwise} stands for a missing date, the first words for a missing title. */
    NewArticle taken(Instant otherwise) {
        String called = title.isBlank() ? beginning() : title;
        return new NewArticle(
                called,
                publisher,
                Optional.empty(),
                paragraphs,
                published.orElse(otherwise),
                published.isEmpty(),
                language,
                OptionalInt.empty());
    }

    private String beginning() {
        if (paragraphs.isEmpty()) {
            return id;
        }
        String first = paragraphs.getFirst();
        String sentence = Sentences.split(first, language).getFirst().in(first);
        return sentence.substring(0, Math.min(LONGEST_TITLE, sentence.length()));
    }

    /** The article as it stands, for questions that need no store. */
    Article unstored(long number, Instant otherwise) {
        NewArticle tidy = taken(otherwise);
        return new Article(
                new ArticleId(number),
                new ReportId(number),
                title.isBlank() ? "" : tidy.title(),
                tidy.publisher(),
                tidy.url(),
                new ArrayList<>(tidy.paragraphs()),
                tidy.published(),
                tidy.approximate(),
                language,
                tidy.maxSnippet(),
                tidy.published());
    }
}
