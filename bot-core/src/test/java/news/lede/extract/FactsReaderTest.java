package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {
    private static final URI ADDRESS = URI.create("https://www.riverpost.example/news/2026/03/04/lock");

    private final FactsReader reader = new FactsReader();

    private PageFacts read(String head, String body) {
        return read(head, body, Optional.empty());
    }

    private PageFacts read(String head, String body, Optional<URI> address) {
        return reader.read(Jsoup.parse("<html><head>" + head + "</head><body>" + body + "</body></html>"), address);
    }

    private static String ld(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    private static String meta(String name, String content) {
        return "<meta name='" + name + "' content='" + content + "'>";
    }

    @Test
    void aBarePageStatesNothing() {
        PageFacts facts = read("", "<p>Text.</p>");
        assertThat(facts)
                .isEqualTo(new PageFacts(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Origins.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    @Test
    void structuredDataIsRead() {
        PageFacts facts = read(
                ld("{'@type':'NewsArticle','headline':'Lock closed','inLanguage':'de-AT','articleBody':'Body text.',"
                                .replace('\'', '"')
                        + "'isAccessibleForFree':'False','datePublished':'2026-03-04T10:30:00+01:00',"
                                .replace('\'', '"')
                        + "'author':[{'name':'Ada Quill'},{'name':'Ferris Ould'}],'publisher':{'name':'River Post'}}"
                                .replace('\'', '"')),
                "");
        assertThat(facts.title()).contains("Lock closed");
        assertThat(facts.publisher()).contains("River Post");
        assertThat(facts.author()).contains("Ada Quill, Ferris Ould");
        assertThat(facts.published().map(Published::instant)).contains(Instant.parse("2026-03-04T09:30:00Z"));
        assertThat(facts.language()).contains("de");
        assertThat(facts.statedBody()).contains("Body text.");
        assertThat(facts.closed()).isTrue();
    }

    @Nested
    class ThePublisher {
        @Test
        void isTheSitesNameThenTheArticlesThenTheApplications() {
            String article = ld("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Stated Post\"}}");
            assertThat(read(meta("og:site_name", "River  Post") + article, "").publisher())
                    .contains("River Post");
            assertThat(read(meta("og:site_name", "river/post") + article, "").publisher())
                    .contains("Stated Post");
            assertThat(read(meta("application-name", "App Post"), "").publisher())
                    .contains("App Post");
        }
    }

    @Nested
    class TheAddress {
        @Test
        void isTheCanonicalOneWhenItHasAPath() {
            assertThat(read("<link rel=canonical href='/a b'>", "", Optional.of(ADDRESS))
                            .url())
                    .contains(URI.create("https://www.riverpost.example/a%20b"));
            assertThat(read(
                                    "<link rel=canonical href='https://r.example/'>"
                                            + meta("og:url", "https://r.example/?id=1"),
                                    "")
                            .url())
                    .contains(URI.create("https://r.example/?id=1"));
            assertThat(read("<link rel=canonical href='https://r.example/x'>", "")
                            .url())
                    .contains(URI.create("https://r.example/x"));
        }

        @Test
        void isTheOneFetchedWhenNoneIsStated() {
            assertThat(read("<link rel=canonical href='https://r.example/'>", "", Optional.of(ADDRESS))
                            .url())
                    .contains(ADDRESS);
            assertThat(read("", "", Optional.of(URI.create("file:///a/b"))).url())
                    .isEmpty();
            assertThat(read("", "", Optional.of(URI.create("http://r.example/a")))
                            .url())
                    .isPresent();
        }

        @Test
        void isNoneWhenStatedWrongly() {
            assertThat(read("<link rel=canonical href='/a'>", "").url()).isEmpty();
            assertThat(read("<link rel=canonical href='ftp://r.example/a'>", "").url())
                    .isEmpty();
            assertThat(read("<link rel=canonical href='https:///a'>", "").url()).isEmpty();
            assertThat(read("<link rel=canonical href='https://r.example/%zz'>", "")
                            .url())
                    .contains(URI.create("https://r.example/%25zz"));
        }
    }

    @Nested
    class TheLanguage {
        @Test
        void isReadFromTheSurestPlaceAndCutToItsCode() {
            assertThat(reader.read(Jsoup.parse("<html lang='pt-BR'>"), Optional.empty())
                            .language())
                    .contains("pt");
            assertThat(reader.read(Jsoup.parse("<html xml:lang='nl'>"), Optional.empty())
                            .language())
                    .contains("nl");
            assertThat(read(meta("content-language", "FR, en"), "").language()).contains("fr");
            assertThat(read("<meta http-equiv=content-language content='it'>", "")
                            .language())
                    .contains("it");
            assertThat(read(meta("og:locale", "es_ES"), "").language()).contains("es");
            assertThat(read(meta("og:locale", "x"), "").language()).isEmpty();
        }
    }

    @Nested
    class WhatMayBeQuoted {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "robots|max-snippet:50|50",
                    "robots|index, MAX-SNIPPET : 0|0",
                    "googlebot|nosnippet|0",
                    "robots|max-snippet:-1|-1",
                    "robots|noindex|-1",
                    "viewport|max-snippet:5|-1"
                })
        void isReadFromTheRobotsRules(String name, String content, int expected) {
            assertThat(read(meta(name, content), "").maxSnippet())
                    .isEqualTo(expected < 0 ? OptionalInt.empty() : OptionalInt.of(expected));
        }

        @Test
        void isTheLeastOfSeveral() {
            assertThat(read(meta("robots", "max-snippet:90") + meta("googlebot", "max-snippet:40"), "")
                            .maxSnippet())
                    .hasValue(40);
            assertThat(read(meta("robots", "max-snippet:40") + meta("googlebot", "max-snippet:90"), "")
                            .maxSnippet())
                    .hasValue(40);
        }
    }

    @Nested
    class TheAuthor {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "By Ada Quill|Ada Quill",
                    "Von Ada Quill|Ada Quill",
                    "written by: Ada Quill|Ada Quill",
                    "Ada Quill (text)|Ada Quill",
                    "https://r.example/ada|",
                    "River Post|River Post",
                    "riverpost.com|"
                })
        void isTheNameAlone(String stated, String expected) {
            assertThat(read(meta("og:site_name", "River Post") + meta("author", stated), "")
                            .author())
                    .isEqualTo(Optional.ofNullable(expected));
        }

        @Test
        void stopsAtABar() {
            assertThat(read(meta("author", "Ada Quill | River Post"), "").author())
                    .contains("Ada Quill");
        }

        @Test
        void isReadFromTheVisibleLineWhenNothingElseTells() {
            assertThat(read("", "<span class=byline>By Ada Quill</span>").author())
                    .contains("Ada Quill");
            assertThat(read("", "<a rel=author>Ada</a><a rel=author>Ferris</a><a rel=author>Third</a>")
                            .author())
                    .contains("Ada, Ferris, Third");
            assertThat(read("", "<a rel=author>Ada</a><a rel=author>Ada</a>").author())
                    .contains("Ada");
            assertThat(read("", "<div class=author>" + "long ".repeat(20) + "</div>")
                            .author())
                    .isEmpty();
            assertThat(read(meta("byl", "By Meta Name"), "<span class=byline>By Ada Quill</span>")
                            .author())
                    .contains("Meta Name");
        }

        @Test
        void isNoLongText() {
            assertThat(read(meta("author", "a".repeat(60)), "").author()).isPresent();
            assertThat(read(meta("author", "a".repeat(61)), "").author()).isEmpty();
        }

        @Test
        void isThePersonRatherThanTheHouse() {
            assertThat(read(meta("author", "Newsroom Desk"), "<h1>Lock closed</h1><p class=byline>By Ada Quill</p>")
                            .author())
                    .contains("Ada Quill");
            assertThat(read(meta("author", "Newsroom Desk"), "<h1>Lock closed</h1>")
                            .author())
                    .contains("Newsroom Desk");
            assertThat(read(meta("author", "admin"), "<h1>Lock closed</h1>").author())
                    .isEmpty();
        }

        @Test
        void isThePublisherOnlyWhenThePageSaysSoAndNobodyElseIsNamed() {
            String head = meta("og:site_name", "River Post") + meta("author", "River Post");
            assertThat(read(head, "<h1>Lock closed</h1>").author()).contains("River Post");
            assertThat(read(head, "<h1>Lock closed</h1><p>Von Ada Quill</p>").author())
                    .contains("Ada Quill");
        }

        @Test
        void isReadFromALineUnderTheHeadline() {
            assertThat(read("", "<h1>Lock closed</h1><div>By Ada Quill, Senior Reporter</div>")
                            .author())
                    .contains("Ada Quill");
            assertThat(read("", "<h1>Lock closed</h1><div>Written by</div><div>Ada Quill</div>")
                            .author())
                    .contains("Ada Quill");
            assertThat(read("", "<h1>Lock closed</h1><div>posted on 4 March 2026 by Ada Quill</div>")
                            .author())
                    .contains("Ada Quill");
            assertThat(read("", "<h1>Lock closed</h1><div>4 March 2026</div><div>Ada Quill spoke</div>")
                            .author())
                    .isEmpty();
        }

        @Test
        void isReadFromTheLabelledCard() {
            String card = meta("twitter:label1", "Geschrieben von") + meta("twitter:data1", "Ada Quill");
            assertThat(read(card, "").author()).contains("Ada Quill");
            assertThat(read(meta("twitter:label1", "Reading time") + meta("twitter:data1", "Ada Quill"), "")
                            .author())
                    .isEmpty();
        }

        @Test
        void isNotTheOneOfACommentOrOfAnotherArticle() {
            assertThat(read(
                                    "",
                                    "<h1>Lock closed</h1><p>" + "Water rises. ".repeat(20)
                                            + "</p><div class=comments><span class=author>Ada Quill</span></div>")
                            .author())
                    .isEmpty();
            String teasers =
                    "<article><a rel=author>Ada Quill</a></article><article><a rel=author>Ferris Ould</a></article>";
            assertThat(read("", "<h1>Lock closed</h1><p>" + "Water rises. ".repeat(200) + "</p>" + teasers)
                            .author())
                    .isEmpty();
            assertThat(read(
                                    "",
                                    "<h1>Lock closed</h1><p>" + "Water rises. ".repeat(200)
                                            + "</p><div class=author-box>Ada Quill</div>")
                            .author())
                    .contains("Ada Quill");
        }
    }

    @Nested
    class TheDate {
        private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

        @Test
        void isTheStatedOneAndNoonOfADay() {
            assertThat(read(meta("article:published_time", "2026-03-04T08:00:00Z"), "")
                            .published()
                            .map(Published::instant))
                    .contains(Instant.parse("2026-03-04T08:00:00Z"));
            assertThat(read(meta("dc.date", "2026-03-04"), "").published().map(Published::instant))
                    .contains(NOON);
            assertThat(read("<meta property='DatePublished' content='2026-03-04'>", "")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("<meta itemprop='datePublished' content='2026-03-04'>", "")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("", "<time datetime='2026-03-04'>today</time>")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("", "<span itemprop=datePublished content='2026-03-04'>today</span>")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
        }

        @Test
        void isTakenFromTheAddressBeforeAWordOfThePage() {
            assertThat(read("", "<span class=date>5 May 2025</span>", Optional.of(ADDRESS))
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("", "", Optional.of(URI.create("https://r.example/2026/34/x")))
                            .published())
                    .isEmpty();
        }

        @Test
        void isReadFromTheVisibleLineElse() {
            assertThat(read("", "<span class=date>4 March 2026</span>")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("", "<span class=pub-date>Updated by the desk on 4 March 2026</span>")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
            assertThat(read("", "<span class=date>soon</span>").published()).isEmpty();
            assertThat(read("", "<span class=date>" + "x ".repeat(60) + " 4 March 2026</span>")
                            .published())
                    .isEmpty();
            assertThat(read(meta("last-modified", "2026-03-04"), "").published().map(Published::instant))
                    .contains(NOON);
            assertThat(read(ld("{\"@type\":\"NewsArticle\",\"dateCreated\":\"2026-03-04\"}"), "")
                            .published()
                            .map(Published::instant))
                    .contains(NOON);
        }

        @Test
        void isTheDayOfThePublishersOwnCalendar() {
            assertThat(day(meta("article:published_time", "2026-03-04T22:30:00-05:00"), ""))
                    .isEqualTo("2026-03-04");
            assertThat(day(meta("article:published_time", "2026-03-05T03:30:00Z"), ""))
                    .isEqualTo("2026-03-05");
            assertThat(day(
                            meta("article:published_time", "2026-03-05T03:30:00Z"),
                            "<time datetime='2026-03-04T22:30:00-0500'>x</time>"))
                    .isEqualTo("2026-03-04");
            assertThat(day(
                            meta("article:published_time", "2026-03-05T03:30:00Z"),
                            "<h1>Lock closed</h1><p>March 4, 2026</p>"))
                    .isEqualTo("2026-03-04");
            assertThat(day(
                            meta("article:published_time", "2026-03-05T23:30:00Z"),
                            "<h1>Lock closed</h1><p>March 4, 2026</p>"))
                    .isEqualTo("2026-03-05");
        }

        private String day(String head, String body) {
            return read(head + meta("og:title", "Lock closed"), body)
                    .published()
                    .orElseThrow()
                    .day()
                    .toString();
        }

        @Test
        void isTheTimeNearestToTheHeadline() {
            String other = "<time datetime='2026-05-05'>x</time>";
            String own = "<time datetime='2026-03-04'>x</time>";
            assertThat(day("", "<div>" + other + "Boats wait</div><h1>Lock closed</h1>" + own))
                    .isEqualTo("2026-03-04");
            assertThat(day("", "<aside>" + other + "</aside><h1>Lock closed</h1><p>Water</p>" + own))
                    .isEqualTo("2026-03-04");
            assertThat(day(
                            "",
                            "<h1>Lock closed</h1><p>Updated <time datetime='2026-03-09'>x</time></p><p>Published " + own
                                    + "</p>"))
                    .isEqualTo("2026-03-04");
        }

        @Test
        void isReadInTheWordsOfTheLineUnderTheHeadline() {
            assertThat(day("", "<h1>Lock closed</h1><div>Von Ada Quill · 4. März 2026, 10:12 Uhr</div>"))
                    .isEqualTo("2026-03-04");
            assertThat(day("", "<h1>Lock closed</h1><div>Updated 9 March 2026</div><div>4 March 2026</div>"))
                    .isEqualTo("2026-03-04");
            assertThat(day("", "<h1>Lock closed</h1><div>Updated 9 March 2026</div>"))
                    .isEqualTo("2026-03-09");
            assertThat(day(
                            "",
                            "<h1>Lock closed</h1><p>" + "Water rises. ".repeat(150)
                                    + "</p><p>Mise en ligne</p><p>4 mars 2026</p><p>1 mai 2020</p>"))
                    .isEqualTo("2026-03-04");
        }

        @Test
        void isNotTheDateThatTheHeadlineIsAbout() {
            assertThat(read(meta("og:title", "Lock log of 9 March 2026"), "<h1>Lock log of 9 March 2026</h1>")
                            .published())
                    .isEmpty();
        }

        @Test
        void hasTheMonthFirstOnlyInEnglishOutsideBritain() {
            String span = "<span class=date>03/04/2026</span>";
            assertThat(reader.read(Jsoup.parse("<html lang=en><body>" + span), Optional.empty())
                            .published()
                            .map(Published::instant))
                    .contains(Instant.parse("2026-03-04T12:00:00Z"));
            assertThat(reader.read(Jsoup.parse("<html lang=de><body>" + span), Optional.empty())
                            .published()
                            .map(Published::instant))
                    .contains(Instant.parse("2026-04-03T12:00:00Z"));
            assertThat(reader.read(
                                    Jsoup.parse("<html lang=en><body>" + span),
                                    Optional.of(URI.create("https://post.co.uk/a")))
                            .published()
                            .map(Published::instant))
                    .contains(Instant.parse("2026-04-03T12:00:00Z"));
        }
    }

    @Test
    void theDescriptionIsTheSharedOneFirst() {
        assertThat(read(meta("og:description", "Shared") + meta("description", "Own"), "")
                        .description())
                .contains("Shared");
        assertThat(read(meta("description", "Own"), "").description()).contains("Own");
        assertThat(read(meta("description", " "), "").description()).isEmpty();
    }
}
