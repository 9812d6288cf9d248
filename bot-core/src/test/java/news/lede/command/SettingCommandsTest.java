package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.story.StoryId;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingCommandsTest {
    private final TestDesk test = new TestDesk();

    private Answer moderator(String typed) {
        return test.desk.answer(asker(Role.MODERATOR), typed);
    }

    /** As they are once what was changed is looked up. */
    private Asker asker(Role role) {
        Asker before = test.asker(role, Locale.ENGLISH);
        Workspace now = test.store.communities().find(before.workspace().id()).orElseThrow();
        return new Asker(before.person(), role, now, before.conversation(), before.locale(), before.viewer());
    }

    private Language language() {
        return asker(Role.MEMBER).workspace().language();
    }

    @Nested
    class TheLanguage {
        @Test
        void isThatOfTheAppUntilSomebodyChoosesOne() {
            Answer.Notice notice = test.notice("/language");
            assertThat(notice.title()).isEqualTo("Language: English");
            assertThat(notice.text()).startsWith("Nobody chose a language here");
            assertThat(notice.actions())
                    .hasSize(11)
                    .startsWith(new Action("English", "/language en"), new Action("Deutsch", "/language de"))
                    .contains(
                            new Action("français", "/language fr"),
                            new Action("українська", "/language uk"),
                            new Action("العربية", "/language ar"),
                            new Action("中文", "/language zh"))
                    .endsWith(new Action("Language of the app", "/language auto"));
        }

        @Test
        void isChosenByModeratorsAndAnsweredInIt() {
            Answer changed = moderator("/language german");

            assertThat(changed.title()).isEqualTo("Sprache: Deutsch");
            assertThat(language()).isEqualTo(new Language("de"));
            assertThat(((Answer.Notice) moderator("/language")).text()).contains("I speak Deutsch here");
        }

        @Test
        void isKnownByItsNameInAnyLanguageOfOurs() {
            moderator("/language Englisch");
            assertThat(language()).isEqualTo(Language.ENGLISH);
            moderator("/language DE");
            assertThat(language()).isEqualTo(new Language("de"));
        }

        @Test
        void canBeLeftToTheAppsAgain() {
            moderator("/language de");
            assertThat(moderator("/language auto").title()).isEqualTo("Language of the app");
            assertThat(asker(Role.MEMBER).workspace().spoken()).isEmpty();
        }

        @Test
        void isNotAMembersToChooseForAll() {
            assertThat(test.notice("/language de").title()).isEqualTo("For moderators");
            assertThat(asker(Role.MEMBER).workspace().spoken()).isEmpty();
        }

        @Test
        void isEverybodysToChooseForThemselves() {
            Asker alone = asker(Role.MEMBER).alone();
            assertThat(test.desk.answer(alone, "/language de").title()).isEqualTo("Sprache: Deutsch");
            assertThat(language()).isEqualTo(new Language("de"));
        }

        @Test
        void thatWeDoNotSpeakIsAnsweredWithThoseWeDo() {
            Answer.Notice notice = (Answer.Notice) moderator("/language Klingon");
            assertThat(notice.text()).contains("Klingon", "English, Deutsch, français", "中文, and auto");
            assertThat(notice.actions()).hasSize(11);
        }
    }

    @Nested
    class TheSettings {
        @Test
        void nameEachTheCommandThatChangesIt() {
            Listing settings = (Listing) test.ask("/settings");

            assertThat(settings.kind()).isEqualTo(Listing.Kind.SETTINGS);
            assertThat(settings.sections().stream()
                            .flatMap(s -> s.lines().stream())
                            .map(Listing.Line::name))
                    .containsExactly(
                            "/language", "/timezone", "/subscriptions", "/channel", "/sources", "/topics", "/vote")
                    .allSatisfy(name -> assertThat(test.desk.commands())
                            .extracting(CommandSpec::name)
                            .contains(name.substring(1)));
            assertThat(settings.footer())
                    .hasValueSatisfying(note -> assertThat(note).contains("private chat"));
        }

        @Test
        void sayWhatIsSet() {
            moderator("/language de");
            moderator("/timezone Berlin");
            moderator("/channel budget:6 quiet:22:00-07:00 style:headlines");
            moderator("/subscribe economy when:now to:here confirm:yes");
            moderator("/pause until:3 hours");
            StoryId story = test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained.");
            test.ask("/vote good " + story);
            test.ask("/report " + story + " kind:wrong");

            String text = test.text(moderator("/settings"));

            assertThat(text)
                    .contains(
                            "/language - Deutsch",
                            "/timezone - Europe/Berlin",
                            "/subscriptions - 1 subscription",
                            "/channel - 6 messages a day · from 22:00 to 07:00 · headlines alone",
                            "/pause - paused until",
                            "/topics - 3 topics",
                            "/votes - 1 for more like a story, 0 for less",
                            "/reports - 1 report waits");
        }

        @Test
        void showMembersNoReports() {
            assertThat(test.text("/settings")).doesNotContain("/reports");
        }
    }

    @Nested
    class Privacy {
        @Test
        void isToldInPlainWordsWithTheTermsThatTheCodeHas() {
            Listing privacy = (Listing) test.ask("/privacy");

            assertThat(test.text(privacy))
                    .contains("/since - when you last looked at what changed; 30 days.")
                    .contains("/tune - a definition that is not saved yet; 30 days.")
                    .contains("at most 24 hours")
                    .doesNotContain("{0}", "{1}");
        }

        @Test
        void isToldInGermanToo() {
            assertThat(test.text(test.desk.answer(test.asker(Role.MEMBER, Locale.GERMAN), "/privacy")))
                    .contains("Was ich aufbewahre", "30 Tage");
        }
    }

    @Test
    void languagesCompleteInTheirOwnWords() {
        assertThat(test.desk.complete(asker(Role.MODERATOR), "language", "language", "deu"))
                .containsExactly(new Choice("Deutsch", "de"));
        assertThat(test.desk.complete(asker(Role.MODERATOR), "vote", "opinion", ""))
                .extracting(Choice::value)
                .containsExactly("good", "bad");
        assertThat(test.desk.complete(asker(Role.MEMBER), "report", "kind", "off"))
                .extracting(Choice::value)
                .containsExactly("offensive");
    }

    @Test
    void everyNewCommandActsInThePlaceWhereItsButtonStands() {
        for (String typed : new String[] {"/vote good 4", "/report 4", "/reports", "/language de", "/settings"}) {
            assertThat(CommandSpecs.actsInPlace(typed)).as(typed).isTrue();
        }
    }
}
