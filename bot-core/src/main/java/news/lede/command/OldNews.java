package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.command.NewsDesk.Remark;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.subscription.Channel;

/**
 * What is said unasked of a link that is old news, where moderators switched it on: by what is kept here and what the address says, so that nothing is fetched and nothing stored for it. Each link once a
 * day in a place, and few an hour; a restart forgets. Thread-safe.
 */
final class OldNews {
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final Duration ONCE_IN = Duration.ofDays(1);
    private static final int REMEMBERED = 10_000;
    /** What came today is discussed, not repeated. */
    private static final Duration KNOWN_FOR = Duration.ofDays(1);
    /** Whoever saw it told knows so for a while. */
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    private record Said(ConversationId conversation, URI link) {}

    private final Newsroom newsroom;
    private final StoryReferences references;
    private final KnownLinks known;
    private final Tries tries;
    private final Cache<Said, Boolean> lately;

    OldNews(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.references = new StoryReferences(newsroom);
        this.known = new KnownLinks(newsroom);
        InstantSource clock = newsroom.clock();
        this.tries = new Tries(MOST, WITHIN, clock);
        this.lately = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(ONCE_IN)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    Optional<Remark> remark(Place place, String said) {
        Optional<URI> link = Links.firstIn(said).map(URI::create);
        return link.flatMap(_ -> communities().known(place))
                .flatMap(conversation -> remark(conversation, link.orElseThrow()));
    }

    private Optional<Remark> remark(Conversation conversation, URI link) {
        Channel channel = newsroom.subscriptions().channel(conversation.id());
        if (!channel.oldNews()) {
            return Optional.empty();
        }
        Workspace workspace = communities().find(conversation.workspace()).orElseThrow();
        Instant now = newsroom.clock().instant();
        boolean quiet = channel.pausedUntil().filter(now::isBefore).isPresent()
                || channel.quiet()
                        .flatMap(hours -> hours.endAfter(now, workspace.zone()))
                        .isPresent();
        Said one = new Said(conversation.id(), link);
        if (quiet || lately.getIfPresent(one) != null) {
            return Optional.empty();
        }
        Texts texts = Texts.in(Locale.forLanguageTag(workspace.language().code()));
        return notice(conversation, link, new Moments(texts, now, workspace.zone()))
                .filter(_ -> tries.another(workspace.id()))
                .map(answer -> {
                    lately.put(one, true);
                    return new Remark(answer, new Phrases(texts, now, workspace.zone()));
                });
    }

    private Optional<Answer> notice(Conversation conversation, URI link, Moments moments) {
        Viewer viewer = communities().viewer(conversation.workspace());
        Optional<Article> article = references.article(link, viewer);
        if (article.isEmpty()) {
            return KnownLinks.oldDay(link, moments.now()).map(day -> KnownLinks.byAddress(day, moments));
        }
        return known.age(article.get(), viewer, conversation.id(), moments.now())
                .filter(OldNews::isOldNews)
                .map(age -> known.notice(age, moments));
    }

    private static boolean isOldNews(LinkAge age) {
        return age.isOld()
                || age.since().isBefore(age.now().minus(KNOWN_FOR))
                || age.told()
                        .filter(at -> at.isBefore(age.now().minus(TOLD_FOR)))
                        .isPresent();
    }

    private Communities communities() {
        return newsroom.following().get().communities();
    }
}
