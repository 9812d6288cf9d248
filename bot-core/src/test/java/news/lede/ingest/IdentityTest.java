package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.ingest.TestFeed.Item;
import news.lede.source.SourceId;
import news.lede.story.StoryId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a publisher may do to a feed without making news, and what is news however much alike it looks. */
class IdentityTest {
    private static final Instant NOW = TestChain.NOW;
    private static final int RUNS = 250;
    private static final List<String> WORDS = List.of(
            "harbour",
            "council",
            "tunnel",
            "orchard",
            "lighthouse",
            "ferry",
            "museum",
            "bakery",
            "quarry",
            "bridge",
            "captain",
            "mayor",
            "teacher",
            "baker",
            "keeper",
            "surgeon",
            "miller",
            "singer",
            "farmer",
            "pilot",
            "opens",
            "closes",
            "finds",
            "loses",
            "repairs",
            "paints",
            "sells",
            "buys",
            "leaves",
            "joins",
            "Larkhaven",
            "Ellery",
            "Marrow",
            "Quill",
            "Dunmere",
            "Osprey",
            "Tarn",
            "Wexcombe",
            "Pellham",
            "Ardley");

    /** What a feed gives its items to be known by. */
    private enum Marks {
        LINK_AND_ID,
        LINK,
        ID
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private static List<Item> feed(Random random, Marks marks) {
        List<Item> items = new ArrayList<>();
        int count = 2 + random.nextInt(9);
        for (int n = 0; n < count; n++) {
            items.add(new Item(
                    marks == Marks.LINK ? "" : "tag:" + n + "-" + random.nextInt(1_000),
                    marks == Marks.ID ? "" : "http://courier.example/" + n + "?page=" + random.nextInt(9),
                    "Item " + n + ": " + words(random, 7),
                    Optional.of(NOW.minusSeconds(random.nextInt(500_000))),
                    words(random, 5 + random.nextInt(40)) + "."));
        }
        return items;
    }

    /** One of the things that publishers' programs do to an item that stays the same. */
    private static Item disguised(Item item, Random random, Marks marks) {
        return switch (random.nextInt(8)) {
            case 0 -> item.dated(Optional.of(NOW.minusSeconds(random.nextInt(900_000))));
            case 1 -> item.dated(Optional.empty());
            case 2 -> marks == Marks.LINK_AND_ID ? item.identified("new:" + random.nextInt()) : item;
            case 3 -> item.at(item.link().replace("http://", "https://"));
            case 4 ->
                item.link().isEmpty() ? item : item.at(item.link() + "&utm_source=rss&fbclid=" + random.nextInt());
            case 5 -> item.titled(item.title() + " " + words(random, 1));
            case 6 -> item.titled(item.title().toUpperCase(java.util.Locale.ROOT));
            default -> item.telling(item.html() + " " + words(random, 3) + ".");
        };
    }

    @Test
    void whateverAPublisherDoesToAFeedNothingIsNewAndNothingIsToldAgain() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            TestChain chain = new TestChain();
            SourceId source = chain.source("courier");
            Marks marks = Marks.values()[random.nextInt(Marks.values().length)];
            List<Item> items = feed(random, marks);
            chain.polled(source, random.nextBoolean(), items);
            chain.take();
            Set<ArticleId> known = chain.articles().stream().map(Article::id).collect(Collectors.toSet());
            int told = chain.announced();
            assertThat(known).as("seed %d", seed).hasSize(items.size());

            List<Item> current = new ArrayList<>(items);
            for (int poll = 0; poll < 5; poll++) {
                chain.clock.advance(Duration.ofHours(1 + random.nextInt(30)));
                Collections.shuffle(current, random);
                current.replaceAll(item -> random.nextBoolean() ? disguised(item, random, marks) : item);
                // What is left out now is back in a later poll.
                List<Item> carried = current.subList(0, 1 + random.nextInt(current.size()));
                chain.polled(source, false, carried);
                chain.take();

                assertThat(chain.articles().stream().map(Article::id))
                        .as("seed %d poll %d %s", seed, poll, marks)
                        .containsExactlyInAnyOrderElementsOf(known);
                assertThat(chain.announced()).as("seed %d poll %d", seed, poll).isEqualTo(told);
            }
        }
    }

    @Test
    void whatIsReallyNewIsNewHoweverMuchItLooksLikeTheRest() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            TestChain chain = new TestChain();
            SourceId source = chain.source("courier");
            int expected = 0;
            int number = 0;
            for (int poll = 0; poll < 3; poll++) {
                List<Item> items = new ArrayList<>();
                int count = 2 + random.nextInt(5);
                int kind = random.nextInt(3);
                for (int n = 0; n < count; n++) {
                    number++;
                    String text = "Number " + number + ": " + words(random, 12 + random.nextInt(20)) + ".";
                    String link = "https://courier.example/story/" + number;
                    Optional<Instant> when = Optional.of(NOW.plusSeconds(number));
                    items.add(
                            switch (kind) {
                                // Numbers by place: every poll begins with 1 again.
                                case 0 -> new Item("" + n, link, number + " " + words(random, 9), when, text);
                                case 1 -> new Item("", link, "Weather for tomorrow", when, text);
                                default ->
                                    new Item(
                                            "id" + number,
                                            "https://courier.example/today",
                                            number + " " + words(random, 9),
                                            when,
                                            text);
                            });
                }
                expected += count;
                chain.polled(source, false, items);
                chain.take();
                assertThat(chain.articles())
                        .as("seed %d poll %d kind %d", seed, poll, kind)
                        .hasSize(expected);
            }
        }
    }

    @Nested
    class GivenSeveralPlaces {
        private static final String WIRE =
                "The council of Port Ellery voted for the tunnel on Monday after nine hours of"
                        + " debate, and the mayor said that digging would begin in the spring of next year. Opponents announced"
                        + " that they would go to court, because nobody had asked the fishermen whose boats lie above the route."
                        + " The tunnel is to be two miles long and to cost ninety million crowns, half of it paid by the region.";

        private final TestChain chain = new TestChain();

        @Test
        void wireCopyInManyPapersIsOneReportOfManyArticlesToldAsOneStory() {
            for (String paper : List.of("courier", "post", "herald", "echo")) {
                chain.polled(
                        chain.source(paper),
                        Item.of(
                                "https://" + paper + ".example/tunnel",
                                "Port Ellery votes for tunnel, says " + paper,
                                NOW,
                                "<p>" + WIRE + "</p>"));
            }
            chain.take();

            assertThat(chain.articles()).hasSize(4);
            assertThat(chain.articles().stream().map(Article::report).distinct())
                    .hasSize(1);
            Set<StoryId> stories = chain.articles().stream()
                    .map(a -> chain.store.stories().storyOf(a.id()).orElseThrow())
                    .collect(Collectors.toSet());
            assertThat(stories).hasSize(1);
        }

        @Test
        void wordForWordTheSameInTwoPapersStaysTwoArticles() {
            chain.polled(chain.source("courier"), Item.of("https://courier.example/t", "Tunnel voted", NOW, WIRE));
            chain.polled(chain.source("post"), Item.of("https://post.example/t", "Tunnel voted", NOW, WIRE));
            chain.take();

            assertThat(chain.articles()).hasSize(2);
            assertThat(chain.articles().stream().map(Article::report).distinct())
                    .hasSize(1);
        }

        @Test
        void theSameTextInTwoSectionsOfOnePaperIsOneArticle() {
            SourceId source = chain.source("courier");
            chain.polled(source, Item.of("https://courier.example/local/t", "Tunnel voted", NOW, WIRE));
            chain.polled(
                    chain.source("courier-mobile"),
                    Item.of("https://m.courier.example/politics/t?print=1", "Tunnel voted", NOW, WIRE));
            chain.take();

            assertThat(chain.articles()).hasSize(1);
        }

        @Test
        void variantsOfAPageAreOneArticleByTheAddressItNamesItself() {
            String canonical = "https://courier.example/tunnel-vote";
            String whole = WIRE + " Two members abstained.";
            for (String variant : List.of("https://courier.example/amp/1", "https://courier.example/print?id=1")) {
                PageReader.PageReading.Read read =
                        (PageReader.PageReading.Read) TestPages.article(variant, "Port Ellery votes for tunnel", whole);
                chain.pages.answer(
                        variant,
                        new PageReader.PageReading.Read(
                                read.article(),
                                List.of(java.net.URI.create(variant), java.net.URI.create(canonical)),
                                read.validators()));
                chain.polled(
                        chain.source("list-" + variant.length()),
                        Item.of(variant, "Tunnel: council votes (" + variant.length() + ")", NOW, "They voted."));
                chain.take();
            }

            assertThat(chain.articles()).hasSize(1);
        }

        @Test
        void aMovedArticleKeepsItsIdentifierAndIsKnown() {
            SourceId source = chain.source("courier");
            chain.polled(
                    source, new Item("p=7", "https://courier.example/tunel", "Tunnel voted", Optional.of(NOW), WIRE));
            chain.take();
            chain.polled(
                    source,
                    new Item(
                            "p=7",
                            "https://courier.example/tunnel-voted",
                            "Tunnel voted after nine hours",
                            Optional.of(NOW),
                            WIRE + " More follows."));
            chain.take();

            assertThat(chain.articles()).hasSize(1);
            assertThat(chain.announced()).isEqualTo(1);
        }
    }
}
