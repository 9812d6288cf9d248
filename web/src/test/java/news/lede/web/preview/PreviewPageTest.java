package news.lede.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.DeskComposer;
import news.lede.alert.Foresight;
import news.lede.alert.Hold;
import news.lede.alert.Lane;
import news.lede.alert.OfOneStore;
import news.lede.alert.Planner;
import news.lede.article.Article;
import news.lede.article.ArticleKey;
import news.lede.article.NewArticle;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Place;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.story.Story;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.chat.FakeAdapters;
import news.lede.web.chat.Rooms;
import news.lede.web.page.Reply;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PreviewPageTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    private final InMemoryStore store = new InMemoryStore();
    private final FakeAdapters adapters = new FakeAdapters();
    private final Conversation quay = conversation();
    private final PreviewPage page = new PreviewPage(QuayAlone::new, this::foresight, adapters, clock);

    private Conversation conversation() {
        WorkspaceId workspace = store.communities()
                .workspace("telegram", "-5", "Quay", Set.of(Communities.DEFAULT_PACK))
                .id();
        return store.communities().conversation(workspace, new Place("telegram", "-5", Optional.empty()));
    }

    private Foresight foresight() {
        Planner.Books books = OfOneStore.books(store);
        Planner.News news = OfOneStore.news(store);
        Summarizer summarizer = new Summarizer(ExtractLimit.DEFAULT);
        return new Foresight(
                books,
                news,
                store.backlogs(),
                summarizer,
                (_, _) -> Optional.empty(),
                new DeskComposer(books, news, summarizer, clock),
                clock);
    }

    /** Knows the one conversation of this test, and finds it by no words. */
    private final class QuayAlone implements Rooms {
        private final Room room =
                new Room(quay.id(), "telegram", "Quay <b>", "Telegram, -5", Locale.ENGLISH, ZoneId.of("UTC"));

        @Override
        public List<Room> find(String words, int most) {
            return words.equals("many")
                    ? IntStream.range(0, most).mapToObj(_ -> room).toList()
                    : words.isEmpty() ? List.of(room) : List.of();
        }

        @Override
        public Optional<Room> find(ConversationId id) {
            return id.equals(quay.id()) ? Optional.of(room) : Optional.empty();
        }
    }

    private Story story(String title) {
        SourceId source = store.sources()
                .addIfAbsent(SourceKind.FEED, "https://courier.example/feed", "Courier")
                .id();
        store.sources().addToPack(Communities.DEFAULT_PACK, source);
        Article article = store.articles()
                .add(
                        new NewArticle(
                                title,
                                Optional.of("Harbour Courier"),
                                Optional.of(URI.create("https://courier.example/1")),
                                List.of(title + ", the harbour office said on Monday."),
                                clock.instant(),
                                false,
                                Language.ENGLISH,
                                OptionalInt.empty()),
                        List.of(new ArticleKey("key:" + title)),
                        source,
                        Optional.empty(),
                        clock.instant());
        return store.stories().open(article.id(), Language.ENGLISH, clock.instant());
    }

    private Document shown(String address) {
        return Drawn.of(page.answer(Visits.get(address)), Optional.of(page));
    }

    private String one() {
        return "/preview/" + quay.id().value();
    }

    @Test
    void conversationsAreChosenFromAListOrByWords() {
        assertThat(shown("/preview").select(".rooms a").eachAttr("href")).containsExactly(one());
        assertThat(shown("/preview").select(".rooms b").text()).isEqualTo("Quay <b>");
        assertThat(shown("/preview?words=zzz").text()).contains("No conversation is called so");
        assertThat(shown("/preview?words=many").select(".rooms a")).hasSize(200);
        assertThat(shown("/preview?words=many").text()).contains("There are more");
    }

    @Test
    void whatIsNoConversationOrAPrivateOneIsNotThere() {
        for (String address :
                List.of("/preview/99", "/preview/x", "/preview/-1", one() + "/more", "/preview/1234567890123456789")) {
            assertThat(page.answer(Visits.get(address)))
                    .as(address)
                    .isInstanceOfSatisfying(
                            Reply.Failed.class,
                            failed -> assertThat(failed.status()).isEqualTo(404));
        }
    }

    @Test
    void beforeAnyNewsThereIsNothingToShow() {
        assertThat(shown(one()).text()).contains("Nothing can be seen there");
    }

    @Test
    void itIsDrawnAsItsOwnPlatformDrawsIt_orAsTheOther() {
        story("Ferry aground");
        Document own = shown(one());
        assertThat(own.select("section.shown h2").eachText())
                .containsExactly("The newest story, told at once", "A digest of the last day");
        assertThat(own.select(".chat-telegram .tg-text").getFirst().text()).isEqualTo("Ferry aground");
        assertThat(own.select("details pre").getFirst().text()).contains("\"text\" : \"Ferry aground\"");
        assertThat(own.select(".note").getFirst().text()).startsWith("Nobody there subscribed");
        assertThat(own.select(".note").getLast().text()).endsWith("It arrives without a sound.");
        assertThat(shown(one() + "?as=discord").select(".chat-discord .dc-message"))
                .hasSize(2);
        assertThat(adapters.asked()).contains("TELEGRAM told -5", "DISCORD told -5");
    }

    @Test
    void whatIsInTheOutboxSaysWhyItWaitsAndWhatWillBecomeOfIt() {
        Story story = story("Ferry aground");
        DeliveryId id = store.deliveries()
                .plan(new Deliveries.Planned(
                        quay.id(),
                        Delivery.Kind.FIRST,
                        Optional.of(story.id()),
                        0,
                        1,
                        Lane.ALERT,
                        clock.instant(),
                        clock.instant()))
                .orElseThrow();
        store.deliveries().begin(id, clock.instant());
        store.deliveries().hold(id, Hold.BUDGET.name());

        Document shown = shown(one());

        assertThat(shown.select("section.shown h2").getFirst().text()).isEqualTo("In the outbox: a story");
        assertThat(shown.select("section.shown .note").getFirst().text())
                .isEqualTo(
                        "It is kept back: the day's budget is spent. It will not be sent: nobody wants it any more.");
        assertThat(shown.select("section.shown").getFirst().select(".chat")).isEmpty();
    }
}
