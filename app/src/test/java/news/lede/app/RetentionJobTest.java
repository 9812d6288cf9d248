package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.config.Settings;
import news.lede.config.SettingsReader;
import news.lede.time.SettableClock;
import news.lede.upkeep.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News that is kept for long enough, through the whole program: first its text goes, and whoever asks is still told what there was; at last it goes. */
class RetentionJobTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private Lede lede() {
        return switch (SettingsReader.read(Optional.empty(), Map.of(), List.of("embedding.enabled=false"))) {
            case SettingsReader.Result.Read(Settings settings) ->
                new Lede(folder.resolve("data"), settings, Lede.Use.RUN, clock);
            case SettingsReader.Result.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    private String asked(Lede lede, String question) {
        Asker asker = lede.consoleAsker(Role.MEMBER);
        return new AnswerText(Phrases.of(asker, clock.instant())).of(lede.desk().answer(asker, question));
    }

    private void imported(Lede lede, String resource) throws Exception {
        Path page = folder.resolve(resource);
        try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream(resource))) {
            Files.copy(in, page);
        }
        lede.ingest().fileImport().run(List.of(page), Optional.of(clock.instant()), (_, _, _) -> {});
        lede.preparation().prepare(List.of(), (_, _) -> {});
    }

    /** So that the newest news tells the same time as the clock. */
    private void somethingNew(Lede lede, String town) throws Exception {
        Path page = Files.writeString(
                folder.resolve(town + ".txt"),
                "Lanterns return to the quay of " + town + "\n\nThe town of " + town
                        + " hung its lanterns along the quay on Sunday"
                        + " after the repairs ended.\n\nVisitors came by the evening ferry, the harbour office said.\n");
        lede.ingest().fileImport().run(List.of(page), Optional.of(clock.instant()), (_, _, _) -> {});
        lede.preparation().prepare(List.of(), (_, _) -> {});
    }

    @Test
    void textsGoFirstAndHeadlinesStayUntilTheStoriesGo() throws Exception {
        try (Lede lede = lede()) {
            imported(lede, "rehearsal.html");
            var first = lede.store()
                    .articles()
                    .after(new news.lede.article.ArticleId(0), 1)
                    .getFirst();
            String title = first.title();
            assertThat(first.paragraphs()).isNotEmpty();
            String question = "/search \"" + title + "\"";
            assertThat(asked(lede, question)).contains(title);

            clock.set(clock.instant().plus(Duration.ofDays(100)));
            somethingNew(lede, "Osmere");
            Retention.Done done = lede.upkeep().retention().run();

            assertThat(done.texts()).isEqualTo(4);
            assertThat(done.articles()).isZero();
            assertThat(lede.store().articles().find(first.id()).orElseThrow().paragraphs())
                    .isEmpty();
            assertThat(asked(lede, question)).contains(title);
            assertThat(asked(lede, "/story 1")).contains(title);
            assertThat(asked(lede, "/timeline 1")).contains(title);
            assertThat(asked(lede, "/compare 1")).isNotBlank();
            assertThat(asked(lede, "/related 1")).isNotBlank();
            assertThat(asked(lede, "/latest")).contains("Osmere");

            clock.set(clock.instant().plus(Duration.ofDays(800)));
            somethingNew(lede, "Fellmoor");
            assertThat(lede.upkeep().retention().run().articles()).isPositive();

            assertThat(lede.store().articles().find(first.id())).isEmpty();
            assertThat(asked(lede, question)).doesNotContain(title + "\n").contains("Nothing");
        }
    }
}
