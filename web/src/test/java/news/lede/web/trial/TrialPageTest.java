package news.lede.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.chat.Adapters.Turn;
import news.lede.web.chat.FakeAdapters;
import news.lede.web.chat.Service;
import news.lede.web.page.Reply;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TrialPageTest {
    private final FakeAdapters adapters = new FakeAdapters();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    private final TrialPage page = new TrialPage(adapters, TrialPageTest::asker, clock);

    private static Asker asker(Role role) {
        WorkspaceId workspace = new WorkspaceId(1);
        return new Asker(
                new PersonKey("console", "local"),
                role,
                new Workspace(workspace, "console", "local", "Console", Language.ENGLISH, ZoneOffset.UTC),
                new Conversation(new ConversationId(1), workspace, new Place("console", "local", Optional.empty())),
                Locale.ENGLISH,
                new Viewer(workspace, Set.of()));
    }

    /** Posts a form; answers what is shown then. */
    private TrialPage.View post(String form) {
        Reply reply = page.answer(Visits.post("/try", form, Map.of()));
        assertThat(reply).isInstanceOf(Reply.Elsewhere.class);
        String to = ((Reply.Elsewhere) reply).to();
        assertThat(to).startsWith("/try?").endsWith("#last");
        return get(to.substring("/try?".length(), to.indexOf('#')));
    }

    private TrialPage.View get(String query) {
        return (TrialPage.View) ((Reply.Drawn) page.answer(Visits.get("/try?" + query))).page();
    }

    @Test
    void beginsEmptyInDiscordAsAMember() {
        TrialPage.View view = get("");
        assertThat(view.service()).isEqualTo(Service.DISCORD);
        assertThat(view.role()).isEqualTo("member");
        assertThat(view.lines()).isEmpty();
        assertThat(get("as=telegram").service()).isEqualTo(Service.TELEGRAM);
        assertThat(get("as=telegram&role=moderator").tabs())
                .extracting(TrialPage.Tab::path)
                .containsExactly("/try?as=discord&role=moderator", "/try?as=telegram&role=moderator");
    }

    @Test
    void whatIsWrittenIsHeardAsWhoeverOneChoseToBe() {
        TrialPage.View view = post("as=telegram&role=moderator&say=%2Flatest");
        assertThat(adapters.asked()).containsExactly("TELEGRAM MODERATOR typed /latest");
        assertThat(view.lines())
                .extracting(TrialPage.Line::kind)
                .containsExactly(TrialPage.Kind.WROTE, TrialPage.Kind.MESSAGE);
        assertThat(view.lines().getLast().text()).contains("heard: TELEGRAM MODERATOR typed /latest", "tg-message");
        assertThat(view.role()).isEqualTo("moderator");
    }

    @Test
    void aChatGoesOnAndStaysInItsForm() {
        String chat = post("as=telegram&say=one").chat();
        TrialPage.View view = post("chat=" + chat + "&as=discord&say=two");
        assertThat(view.chat()).isEqualTo(chat);
        assertThat(view.lines()).hasSize(4);
        assertThat(adapters.asked().getLast()).startsWith("TELEGRAM");
    }

    @Test
    void aPressIsAnsweredForTheMessageItIsOn_withWhatWasChosen() {
        String chat = post("say=one").chat();
        post("chat=" + chat + "&message=2&press=1%3Dat%3A%2Fsetup&pick-1%3Dat%3A%2Fsetup=a&pick-1%3Dat%3A%2Fsetup=b");
        assertThat(adapters.asked().getLast())
                .isEqualTo("DISCORD pressed 1=at:/setup [a, b] on heard: DISCORD MEMBER typed one");
    }

    @Test
    void aPressOnWhatIsNotThereDoesNothing() {
        String chat = post("say=one").chat();
        assertThat(post("chat=" + chat + "&message=77&press=x").lines()).hasSize(2);
        assertThat(adapters.asked()).hasSize(1);
    }

    @Test
    void aPageTakesThePlaceOfTheFormer() {
        String chat = post("say=one").chat();
        adapters.next(new Turn.Said(List.of(FakeAdapters.saying("turned"), FakeAdapters.saying("further")), true));
        TrialPage.View view = post("chat=" + chat + "&message=2&press=x");
        assertThat(view.lines()).extracting(TrialPage.Line::number).containsExactly(1, 2, 3);
        assertThat(view.lines().get(1).text()).contains("turned");
        assertThat(view.lines().get(2).text()).contains("further");
    }

    @Test
    void aFormOpensOverTheChatUntilItIsFilledInOrPutAway() {
        String chat = post("say=one").chat();
        Turn asks = new Turn.Asks(FakeAdapters.saying(""));
        adapters.next(asks);
        assertThat(post("chat=" + chat + "&message=2&press=1%3F%2Freport")
                        .lines()
                        .getLast()
                        .kind())
                .isEqualTo(TrialPage.Kind.FORM);
        assertThat(post("chat=" + chat + "&cancel=x").lines()).hasSize(2);

        adapters.next(asks);
        post("chat=" + chat + "&message=2&press=1%3F%2Freport");
        TrialPage.View view = post("chat=" + chat + "&message=2&submit=1%3F%2Freport&field-words=It+was+Monday");
        assertThat(adapters.asked().getLast()).isEqualTo("DISCORD filled 1?/report {words=It was Monday}");
        assertThat(view.lines()).extracting(TrialPage.Line::kind).doesNotContain(TrialPage.Kind.FORM);
    }

    @Test
    void whatIsNotHeardIsExplained() {
        adapters.next(new Turn.Unheard("Begin with a slash."));
        assertThat(post("say=hello").lines().getLast())
                .isEqualTo(new TrialPage.Line(2, TrialPage.Kind.WORD, "Begin with a slash."));
    }

    @Test
    void aChatThatIsOverSaysSo() {
        assertThat(get("chat=unknown").lines().getFirst().text()).startsWith("That chat is over");
        assertThat(get("chat=unknown").chat()).isEmpty();
        assertThat(post("chat=unknown&say=again").lines()).hasSize(2);
    }

    @Test
    void theOldestWordsGoFirstAndSoDoesTheChatThatWasIdleLongest() {
        String first = post("say=0").chat();
        for (int i = 1; i <= 30; i++) {
            post("chat=" + first + "&say=" + i);
        }
        assertThat(get("chat=" + first).lines()).hasSize(40);
        assertThat(get("chat=" + first).lines().getLast().text()).contains("typed 30");
        for (int i = 0; i < 50; i++) {
            post("say=another");
        }
        assertThat(get("chat=" + first).chat()).isEmpty();
    }

    @Test
    void wordsAreCutWhereNoPlatformTakesMore() {
        post("say=" + "x".repeat(5_000));
        assertThat(adapters.asked().getFirst()).hasSize("DISCORD MEMBER typed ".length() + 4_000);
    }

    @Test
    void nothingIsBelowIt() {
        assertThat(((Reply.Failed) page.answer(Visits.get("/try/this"))).status())
                .isEqualTo(404);
    }

    @Test
    void thePageIsFormsWithTheKeyOfTheSession() {
        post("as=telegram&say=%2Flatest");
        adapters.next(new Turn.Said(List.of(FakeAdapters.saying("<b>no</b>")), false));
        String chat = post("as=discord&say=%3Ci%3Ehello").chat();
        Document shown = Drawn.of(page.answer(Visits.get("/try?chat=" + chat)), Optional.of(page));
        assertThat(shown.select("form[method=post]")).hasSize(3);
        shown.select("form[method=post]")
                .forEach(form ->
                        assertThat(form.select("input[name=key]").attr("value")).isEqualTo("form-key"));
        assertThat(shown.select(".dc-used .dc-mention").text()).isEqualTo("<i>hello");
        assertThat(shown.select(".dc-line").text()).isEqualTo("<b>no</b>");
        assertThat(shown.select("#last")).hasSize(1);
        assertThat(shown.select("label[for=say], label[for=role]")).hasSize(2);
    }
}
