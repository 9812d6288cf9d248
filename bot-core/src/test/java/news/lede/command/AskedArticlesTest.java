package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.WorkspaceId;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedArticlesTest {
    private static final String LINK = "https://courier.example/ferry-aground";
    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><head><title>Ferry runs aground near Port"
            + " Ellery</title></head><body><article><h1>Ferry runs aground near Port Ellery</h1><p>A ferry ran aground in fog"
            + " near Port Ellery on Sunday with 120 passengers on board, harbour master Imre Halloran said, and all of them"
            + " were brought ashore by noon.</p><p>Two of the crew were taken to the hospital of Larkhaven with broken arms,"
            + " its spokeswoman told the Courier.</p><p>Divers will look at the hull on Tuesday before tugs try to pull the"
            + " ship off the sand bank, where it has been lying since the early morning. Nobody could say how it left the"
            + " channel in calm weather.</p></article></body></html>";

    private final TestDesk desk = new TestDesk();

    /** That {@code typed} is answered with this notice of the text bundle. */
    private void assertTold(String typed, String notice) {
        assertThat(desk.notice(typed).title())
                .isEqualTo(Texts.in(Locale.ENGLISH).text("notice." + notice + ".title"));
    }

    @Test
    void aLinkThatNobodyHasIsReadAndSummedUp() {
        desk.web.put(LINK, PAGE);

        assertThat(desk.ask("/summarize " + LINK)).isInstanceOfSatisfying(Answer.StoryCard.class, card -> {
            assertThat(card.title()).isEqualTo("Ferry runs aground near Port Ellery");
            assertThat(card.story().summary()).isNotEmpty();
        });
    }

    @Test
    void theLinkAloneMeansTheSame() {
        desk.web.put(LINK, PAGE);

        assertThat(desk.ask(LINK)).isInstanceOf(Answer.StoryCard.class);
    }

    @Test
    void whatWasReadOnceIsNotAskedForAgain() {
        desk.web.put(LINK, PAGE);
        desk.ask("/summarize " + LINK);

        desk.ask("/summarize " + LINK + "?utm_source=chat");
        desk.ask("/related " + LINK);

        assertThat(desk.web.asked()).containsExactly(LINK);
    }

    @Test
    void theArticleIsTheWorkspacesFromThenOn() {
        desk.web.put(LINK, PAGE);
        desk.ask("/summarize " + LINK);

        assertThat(desk.titles("/search Halloran")).containsExactly("Ferry runs aground near Port Ellery");
        assertThat(desk.text("/sources")).doesNotContain("asked");
    }

    @Test
    void anUnknownPageIsComparedLikeAStory() {
        desk.add(
                "Harbour master warned of fog",
                "Pier News",
                Duration.ofDays(40),
                "Harbour master Imre Halloran had warned of fog near Port Ellery in a letter to the ferry's owner.");
        desk.add("Council cuts bus fares", "Quay News", Duration.ofDays(2), "Riders in Tolmin pay less from June.");
        desk.web.put(LINK, PAGE);

        assertThat(desk.titles("/related " + LINK)).containsExactly("Harbour master warned of fog");
    }

    @Test
    void anArticleThatOthersHaveIsAskedForLikeOneThatNobodyHas() {
        Source foreign = desk.foreign();
        desk.add(
                foreign,
                "Ferry runs aground near Port Ellery",
                "Courier",
                Duration.ofHours(1),
                "Members only: a secret.");
        String link = TestDesk.link("Ferry runs aground near Port Ellery");

        assertTold("/summarize " + link, "fetch.unknown-host");
        assertThat(desk.web.asked()).containsExactly(link);
    }

    @Test
    void aWorkspaceHasTwentyPagesAnHourReadAndWhatIsKnownAllTheSame() {
        desk.add("Council cuts bus fares", "Quay News", Duration.ofDays(2), "Riders in Tolmin pay less from June.");
        for (int i = 0; i < 20; i++) {
            assertTold("/summarize https://courier.example/" + i, "fetch.unknown-host");
        }

        assertTold("/summarize " + LINK, "link.too-many");
        assertTold("/related " + LINK, "link.too-many");
        assertThat(desk.web.asked()).hasSize(20);
        assertThat(desk.ask("/summarize " + TestDesk.link("Council cuts bus fares")))
                .isInstanceOf(Answer.StoryCard.class);

        desk.clock.advance(Duration.ofHours(1));
        desk.web.put(LINK, PAGE);
        assertThat(desk.ask("/summarize " + LINK)).isInstanceOf(Answer.StoryCard.class);
    }

    @ParameterizedTest
    @CsvSource({
        "404, fetch.missing",
        "403, fetch.login",
        "500, fetch.server-failed",
    })
    void aStatusIsToldInWords(int status, String notice) {
        desk.web.put(LINK, new Status(status));

        assertTold("/summarize " + LINK, notice);
        assertTold("/related " + LINK, notice);
    }

    @Test
    void whateverElseGoesWrongIsToldInWords() {
        URI uri = URI.create(LINK);
        desk.web.put(LINK, new Gone());
        assertTold(LINK, "fetch.gone");
        desk.web.put(LINK, new Broken(Fault.TIMEOUT, ""));
        assertTold(LINK, "fetch.too-slow");
        desk.web.put(LINK, new Broken(Fault.TOO_LARGE, ""));
        assertTold(LINK, "link.too-large");
        desk.web.put(LINK, new Refused(Refusal.ROBOTS, uri));
        assertTold(LINK, "link.robots");
        desk.web.put(LINK, new Refused(Refusal.PRIVATE_ADDRESS, uri));
        assertTold(LINK, "fetch.private-address");
        desk.web.put(LINK, new Throttled(429, Optional.of(Duration.ofMinutes(3))));
        assertTold(LINK, "fetch.throttled-until");
        desk.web.put(LINK, "<html><head><title>x</title></head><body><p>Short.</p></body></html>");
        assertTold(LINK, "link.no-article");
        assertTold("https://courier.example", "link.no-article");
        assertTold("https://apple.news/AbcDefGhi", "link.hidden");
    }

    @Test
    void theAskedSourceIsFollowedByTheAskersWorkspaceAlone() {
        WorkspaceId others =
                desk.store.communities().workspace("test", "2", "Others").id();
        desk.web.put(LINK, PAGE);

        desk.ask(LINK);

        WorkspaceId ours = desk.member().workspace().id();
        assertThat(desk.store.communities().ownSources(ours)).hasSize(1);
        assertThat(desk.store.communities().ownSources(others)).isEmpty();
        assertThat(desk.store.communities().visibleSources(others))
                .doesNotContainAnyElementsOf(desk.store.communities().ownSources(ours));
    }
}
