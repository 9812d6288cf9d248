package news.lede.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.lede.time.SettableClock;
import news.lede.web.Drawn;
import news.lede.web.Visits;
import news.lede.web.health.Part;
import news.lede.web.page.Reply;
import news.lede.web.settings.SettingsCheck.Fault;
import news.lede.web.settings.SettingsCheck.Line;
import news.lede.web.settings.SettingsCheck.Note;
import news.lede.web.settings.SettingsCheck.Report;
import news.lede.web.settings.SettingsCheck.Tone;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Line PORT = new Line("web.port", "8081", "desk.yaml line 3", "LEDE_WEB_PORT", "The port.");
    private static final Line TOKEN = new Line("web.token", "", "", "LEDE_WEB_TOKEN", "The token.");

    private static SettingsPage page(Report report, Part... parts) {
        return new SettingsPage(
                () -> report, () -> List.of(parts), new SettableClock(Instant.parse("2026-05-04T08:00:00Z")));
    }

    @Test
    void everySettingIsThereWithWhereItIsWritten() {
        Document drawn = Drawn.of(
                page(new Report(List.of(PORT, TOKEN), List.of(), List.of())).answer(Visits.get("/settings")));

        assertThat(drawn.select(".note.good").text()).startsWith("All settings are right.");
        assertThat(drawn.select("tbody tr").eachText())
                .containsExactly("web.port The port. 8081 desk.yaml line 3", "web.token The token. empty default");
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsRemedy() {
        Report faulty = new Report(
                List.of(PORT),
                List.of(
                        new Fault("desk.yaml line 3", "web.port: \"x\" is no port", "Write a number"),
                        new Fault("environment", "there is no setting behind LEDE_X", "Rename it")),
                List.of());

        Document drawn = Drawn.of(page(faulty).answer(Visits.get("/settings")));

        assertThat(drawn.select(".note.bad b").getFirst().text())
                .isEqualTo("2 things are wrong as the files stand now.");
        assertThat(drawn.select(".note.bad li").eachText())
                .containsExactly(
                        "desk.yaml line 3: web.port: \"x\" is no port. Write a number.",
                        "environment: there is no setting behind LEDE_X. Rename it.");
        assertThat(drawn.select(".note.good")).isEmpty();
    }

    @Test
    void partsAndNotesSayHowTheyAre() {
        Report report = new Report(
                List.of(), List.of(), List.of(new Note(Tone.WARN, "Publishers cannot reach you", "Set fetch.contact")));

        Document drawn = Drawn.of(page(
                        report,
                        new Part("discord", Part.State.READY, ""),
                        new Part("telegram", Part.State.FAILED, "the token is refused"))
                .answer(Visits.get("/settings")));

        assertThat(drawn.select(".told .note.good").eachText()).containsExactly("Discord is ready");
        assertThat(drawn.select(".told .note.bad").eachText()).containsExactly("Telegram is off the token is refused");
        assertThat(drawn.select(".told .note.warn").eachText())
                .containsExactly("Publishers cannot reach you Set fetch.contact");
    }

    @Test
    void nothingIsBelowIt() {
        assertThat(page(new Report(List.of(), List.of(), List.of())).answer(Visits.get("/settings/x")))
                .isEqualTo(Reply.notFound());
    }
}
