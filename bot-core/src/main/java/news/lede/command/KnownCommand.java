package news.lede.command;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.Viewer;

/** {@code /known}: whether a link is old news here; what nobody here knows of is read now, as {@code /summarize} reads it. */
final class KnownCommand implements Handler {
    private final AskedArticles asked;
    private final KnownLinks known;

    KnownCommand(AskedArticles asked, KnownLinks known) {
        this.asked = asked;
        this.known = known;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.KNOWN;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        String typed = request.arguments().required("link");
        Optional<URI> link = Links.firstIn(typed).map(URI::create);
        if (link.isEmpty()) {
            return texts.notice("link.wrong", List.of(), Display.brief(typed, CommandLine.ECHOED));
        }
        Moments moments =
                new Moments(texts, request.now(), request.asker().workspace().zone());
        return switch (asked.find(request, link.get())) {
            case AskedArticles.Seen(Article article, Viewer viewer) ->
                known.age(article, viewer, request.asker().conversation().id(), request.now())
                        .map(age -> known.notice(age, moments))
                        .orElseGet(() -> texts.notice("link.unknown", List.of()));
            case AskedArticles.Not(Answer.Notice why) -> {
                Optional<Instant> day = KnownLinks.oldDay(link.get(), request.now());
                yield day.isPresent() ? KnownLinks.unread(day.get(), why, moments) : why;
            }
        };
    }
}
