package news.lede.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceEvent;
import news.lede.source.SourceHealth;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;

/** Says how the sources that a workspace follows are doing: when they were asked, what came of it, when they are asked next. Of no others. */
final class SourceTrail {
    private static final int MOST = 3;
    private static final Set<SourceKind> POLLED =
            Set.of(SourceKind.FEED, SourceKind.SITEMAP, SourceKind.PAGE, SourceKind.FOLDER);

    private final Newsroom newsroom;
    private final Request request;
    private final Texts texts;
    private final Moments moments;

    SourceTrail(Newsroom newsroom, Request request) {
        this.newsroom = newsroom;
        this.request = request;
        this.texts = request.texts();
        this.moments =
                new Moments(texts, request.now(), request.asker().workspace().zone());
    }

    /** The sources followed here that carried an article, in the order they were added. */
    List<Source> of(Article article) {
        return newsroom.articles().sourcesOf(article.id()).stream()
                .filter(request.viewer().sources()::contains)
                .sorted(Comparator.comparing(SourceId::value))
                .flatMap(id -> newsroom.sources().find(id).stream())
                .limit(MOST)
                .toList();
    }

    /** The sources followed here that are of the site of a link. */
    List<Source> ofSite(URI link) {
        return followed().stream()
                .filter(source -> address(source)
                        .filter(address -> ArticleKeys.sameSite(address, link))
                        .isPresent())
                .limit(MOST)
                .toList();
    }

    private List<Source> followed() {
        return newsroom.sources().all().stream()
                .filter(source -> request.viewer().sources().contains(source.id()))
                .filter(source -> POLLED.contains(source.kind()))
                .toList();
    }

    private static Optional<URI> address(Source source) {
        try {
            return Optional.of(new URI(source.address()));
        } catch (URISyntaxException e) {
            // No address of a site then; nothing of it can be compared.
            return Optional.empty();
        }
    }

    /** "Pier News - pier.example, answered 5 minutes ago; asked last 11:55; next 12:10". */
    Listing.Line line(Source source) {
        if (source.kind() == SourceKind.ASKED) {
            return new Listing.Line(texts.text("why.name.asked"), texts.text("why.asked"));
        }
        Following following = newsroom.following().get();
        Listing.Line line = new SourceWords(following, request).line(source);
        if (!POLLED.contains(source.kind())) {
            return line;
        }
        List<String> parts = new ArrayList<>(List.of(line.text()));
        Optional<PollState> state = following.states().find(source.id());
        state.flatMap(PollState::lastPoll).ifPresent(at -> parts.add(texts.text("why.polled", moments.of(at))));
        state.flatMap(PollState::nextPoll).ifPresent(at -> parts.add(texts.text("why.next-poll", moments.of(at))));
        if (health(following, source).word().needsSomebody()) {
            parts.add(texts.text("why.source-mend"));
        }
        return new Listing.Line(line.name(), String.join("; ", parts));
    }

    /** Why news of a source, or of all that are followed here, cannot come; empty when at least one answers. */
    Optional<String> obstacle(Optional<SourceId> one) {
        if (one.isPresent() && !request.viewer().sources().contains(one.get())) {
            return Optional.of(texts.text("why.unfollowed"));
        }
        List<Source> sources = followed().stream()
                .filter(source -> one.isEmpty() || one.get().equals(source.id()))
                .toList();
        if (sources.isEmpty()) {
            // What is handed in needs no polling, and what is followed besides cannot fail.
            return one.isEmpty() && request.viewer().sources().isEmpty()
                    ? Optional.of(texts.text("why.no-sources"))
                    : Optional.empty();
        }
        Following following = newsroom.following().get();
        List<Source> failing = sources.stream()
                .filter(source -> isFailing(health(following, source).word()))
                .toList();
        if (failing.size() < sources.size()) {
            return Optional.empty();
        }
        return Optional.of(
                failing.size() == 1
                        ? texts.text(
                                "why.source-fails",
                                line(failing.getFirst()).name(),
                                line(failing.getFirst()).text())
                        : texts.text("why.all-fail", failing.size()));
    }

    /** The sources followed here that do not answer as they should, those that nothing but somebody can mend first. */
    List<Source> failing() {
        Following following = newsroom.following().get();
        return followed().stream()
                .filter(source -> {
                    SourceHealth.Word word = health(following, source).word();
                    // Who was not asked yet has not failed.
                    return word != SourceHealth.Word.NEW && isFailing(word);
                })
                .sorted(Comparator.comparing(
                        (Source source) -> !health(following, source).word().needsSomebody()))
                .toList();
    }

    /** How many of the sources followed here are asked for news. */
    int polled() {
        return followed().size();
    }

    private static boolean isFailing(SourceHealth.Word word) {
        return word != SourceHealth.Word.FINE && word != SourceHealth.Word.QUIET;
    }

    private static SourceHealth health(Following following, Source source) {
        Optional<SourceEvent> latest = following.events().latest(source.id());
        return SourceHealth.of(following.states().find(source.id()), latest);
    }
}
