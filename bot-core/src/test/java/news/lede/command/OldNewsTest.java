package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.command.NewsDesk.Remark;
import news.lede.community.Place;
import news.lede.community.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldNewsTest {
    private static final Place HERE = new Place("test", "1", Optional.empty());
    private static final String LINK = TestDesk.link("Dockers walk out");

    private final TestDesk test = new TestDesk();

    @BeforeEach
    void switchedOn() {
        test.add(
                "Dockers walk out",
                "Valley News",
                Duration.ofHours(2),
                "Dockers in Port Arlen stopped work on Monday over the new shift plan.");
        moderator("/channel oldnews:yes");
    }

    private Answer moderator(String typed) {
        return test.desk.answer(test.asker(Role.MODERATOR, Locale.ENGLISH), typed);
    }

    private Optional<Remark> said(String words) {
        return test.desk.remark(HERE, words);
    }

    @Test
    void aLinkThatIsKnownForADayIsAnsweredOnceADay() {
        assertThat(said("look " + LINK)).isEmpty();
        test.clock.advance(Duration.ofDays(1).plusMillis(1));

        assertThat(said("look " + LINK))
                .hasValueSatisfying(remark -> assertThat(((Answer.Notice) remark.answer()).text())
                        .contains("Dockers walk out")
                        .contains("Known here since Monday, May 4, 2026, 12:00 (UTC)"));
        assertThat(said("again " + LINK)).isEmpty();
        test.clock.advance(Duration.ofDays(1));
        assertThat(said("and again " + LINK)).isPresent();
    }

    @Test
    void anOldAddressThatNobodyKnowsIsAnsweredWithoutReadingIt() {
        assertThat(said("https://courier.example/2021/03/02/crane"))
                .hasValueSatisfying(
                        remark -> assertThat(remark.answer().title()).isEqualTo("Old: from 2021"));
        assertThat(said("https://courier.example/crane")).isEmpty();
        assertThat(said("https://courier.example/2026/05/03/crane")).isEmpty();
        assertThat(test.web.asked()).isEmpty();
    }

    @Test
    void whereItIsNotSwitchedOnNothingIsSaid() {
        test.clock.advance(Duration.ofDays(2));
        moderator("/channel oldnews:no");
        assertThat(said(LINK)).isEmpty();
        assertThat(test.desk.remark(new Place("test", "2", Optional.empty()), LINK))
                .isEmpty();
    }

    @Test
    void inQuietHoursAndWhilePausedNothingIsSaid() {
        test.clock.advance(Duration.ofDays(2));
        moderator("/channel quiet:11:00-13:00");
        assertThat(said(LINK)).isEmpty();
        moderator("/channel quiet:off");
        moderator("/pause until:tomorrow 8:00");
        assertThat(said(LINK)).isEmpty();
    }

    @Test
    void whoPostsManyGetsTenAnswersAnHour() {
        long answered = java.util.stream.IntStream.range(0, 15)
                .filter(i -> said("https://courier.example/2021/03/02/" + i).isPresent())
                .count();
        assertThat(answered).isEqualTo(10);
    }

    @Test
    void whatWasTakenBackIsNotSpokenOf() {
        test.clock.advance(Duration.ofDays(2));
        moderator("/retract 1 confirm:yes");
        assertThat(said(LINK)).isEmpty();
    }

    @Test
    void theSettingIsShownAndTakenBack() {
        assertThat(test.text(moderator("/channel"))).contains("I reply to links that are old news");
        moderator("/audit undo:yes");
        assertThat(test.text(moderator("/channel"))).doesNotContain("old news");
    }
}
