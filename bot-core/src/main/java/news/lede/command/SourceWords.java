package news.lede.command;

import java.net.URI;
import java.time.Instant;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.fetch.WebAddress;
import news.lede.source.Source;
import news.lede.source.SourceHealth;
import news.lede.source.SourceKind;

/** How a source is doing, in a few words for readers. */
final class SourceWords {
    private final Following following;
    private final Texts texts;
    private final Phrases phrases;

    SourceWords(Following following, Request request) {
        this.following = following;
        this.texts = request.texts();
        this.phrases = request.phrases();
    }

    /** "The Pier: pier.example, answered 5 minutes ago". */
    Listing.Line line(Source source) {
        String title = Display.plain(source.title());
        if (source.kind() == SourceKind.IMPORTED) {
            return new Listing.Line(title, texts.text("health.imported"));
        }
        String host = WebAddress.host(URI.create(source.address()));
        String where = host.equals(title) ? "" : Display.plain(host) + ", ";
        return new Listing.Line(title, where + health(source));
    }

    private String health(Source source) {
        SourceHealth health = SourceHealth.of(
                following.states().find(source.id()), following.events().latest(source.id()));
        String lastGood = health.lastGood()
                .map(at -> texts.text("health.last-good", age(at)))
                .orElse(texts.text("health.never"));
        return switch (health.word()) {
            case NEW -> texts.text("health.new");
            case FINE ->
                texts.text("health.fine", health.lastGood().map(this::age).orElse(""));
            case QUIET -> texts.text("health.quiet");
            case FAILING -> texts.count("health.failing", health.failures()) + "; " + lastGood;
            case SHUT -> texts.text("health.shut") + "; " + lastGood;
            case NOT_A_FEED -> texts.text("health.not-a-feed") + "; " + lastGood;
            case DEAD -> texts.text("health.dead") + "; " + lastGood;
            case ENDED -> texts.text("health.ended");
            case OVERDUE -> texts.text("health.overdue") + "; " + lastGood;
        };
    }

    private String age(Instant at) {
        return phrases.age(at, false);
    }
}
