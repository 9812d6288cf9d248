package news.lede.story;

import static news.lede.story.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.story.Publishers.Voice;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishersTest {
    private static final Publishers PUBLISHERS = new Publishers(List.of(
            new PublisherFamily(
                    "Harbour Press",
                    Set.of("post.example", "quay.example"),
                    Set.of("The Harbour Post", "Quai-Nachrichten")),
            new PublisherFamily(
                    "Valley Press", Set.of("valley.example", "sport.post.example"), Set.of("Valley News"))));

    private static Article article(int id, int report, String publisher, String host) {
        return new Article(
                new ArticleId(id),
                new ReportId(report),
                "Title",
                Optional.of(publisher).filter(name -> !name.isEmpty()),
                Optional.of(host).filter(name -> !name.isEmpty()).map(name -> URI.create("https://" + name + "/a")),
                List.of("Text."),
                at(id),
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                NOON);
    }

    private static Instant at(int id) {
        return NOON.plusSeconds(id);
    }

    private static int voices(Article... articles) {
        return PUBLISHERS.voices(List.of(articles)).size();
    }

    @ParameterizedTest
    @CsvSource({
        "The Harbour Post, '', Harbour  post, ''",
        "Quai-Nachrichten, '', quai nachrichten, ''",
        "Somebody, www.Post.example, Somebody else, news.quay.example",
        "Somebody, post.example, The Harbour Post, ''",
        "post.example, '', QUAY.example, ''",
        "Hill Times, '', the hill times, elsewhere.example",
        "'', hill.example, '', www.hill.example"
    })
    void areOne(String publisher, String host, String other, String otherHost) {
        assertThat(voices(article(1, 1, publisher, host), article(2, 2, other, otherHost)))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "The Harbour Post, '', Valley News, ''",
        "The Harbour Post, valley.example, The Harbour Post, post.example",
        "A, post.example, B, sport.post.example",
        "A, mypost.example, B, post.example",
        "'', hill.example, '', dune.example",
        "Hill Times, '', Hill Time, ''"
    })
    void areTwo(String publisher, String host, String other, String otherHost) {
        assertThat(voices(article(1, 1, publisher, host), article(2, 2, other, otherHost)))
                .isEqualTo(2);
    }

    @Test
    void aVoiceHasAllNamesOfItsFamilyAndTheTimeOfTheFirst() {
        assertThat(PUBLISHERS.voices(List.of(
                        article(1, 1, "Quay", "quay.example"),
                        article(2, 2, "Hill Times", ""),
                        article(3, 3, "The Harbour Post", ""))))
                .containsExactly(
                        new Voice(List.of("Quay", "The Harbour Post"), at(1)), new Voice(List.of("Hill Times"), at(2)));
    }

    @Test
    void whoOnlyCarriesWhatAnotherHadAddsNothing() {
        assertThat(voices(article(1, 1, "A", ""), article(2, 1, "B", ""), article(3, 1, "C", "")))
                .isOne();
        // A tells it twice, B carries one of the two.
        assertThat(voices(article(1, 1, "A", ""), article(2, 2, "A", ""), article(3, 2, "B", "")))
                .isOne();
    }

    @Test
    void whoCarriedAReportAndThenWroteOneCountsFromThen() {
        assertThat(PUBLISHERS.voices(List.of(article(1, 1, "A", ""), article(2, 1, "B", ""), article(3, 3, "B", ""))))
                .containsExactly(new Voice(List.of("A"), at(1)), new Voice(List.of("B"), at(3)));
    }

    @Test
    void whoIsNotNamedCountsOnlyWhenNobodyIs() {
        assertThat(PUBLISHERS.voices(List.of(article(1, 1, "", ""), article(2, 2, "", ""))))
                .containsExactly(new Voice(List.of(), at(1)));
        assertThat(PUBLISHERS.voices(List.of(article(1, 1, "", ""), article(2, 1, "A", ""))))
                .containsExactly(new Voice(List.of("A"), at(2)));
    }

    @Test
    void aHostAloneCountsOnlyBesideOthersWithoutAName() {
        assertThat(PUBLISHERS.voices(List.of(article(1, 1, "", "reader.example"), article(2, 2, "A", "a.example"))))
                .containsExactly(new Voice(List.of("A"), at(2)));
    }

    @Test
    void thereIsAtLeastOneVoiceAndNeverMoreThanReportsOrPublishers() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<Article> articles = new ArrayList<>();
            int count = 1 + random.nextInt(8);
            for (int i = 1; i <= count; i++) {
                String name = random.nextInt(5) == 0 ? "" : "P" + random.nextInt(4);
                articles.add(article(i, 1 + random.nextInt(i), name, ""));
            }
            long reports = articles.stream().map(Article::report).distinct().count();
            long names = articles.stream()
                    .flatMap(a -> a.publisher().stream())
                    .distinct()
                    .count();
            assertThat((long) PUBLISHERS.voices(articles).size()).isBetween(1L, Math.max(1, Math.min(reports, names)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "The Harbour Post, harbour post",
        "'  THE  Harbour-Post!', harbour post",
        "The, the",
        "Theatre Times 24, theatre times 24",
        "Canal+ News, canal+ news",
        "'--', ''",
        "Le Quai à l’Aube, le quai a l aube",
        "ＨＡＲＢＯＵＲ Post, harbour post",
    })
    void aNameIsFoldedWhateverItsLetters(String name, String folded) {
        assertThat(Publishers.folded(name)).isEqualTo(folded);
        // A letter that is no ASCII leads through the other way of folding; the rest must come out the same.
        assertThat(Publishers.folded("é " + name)).isEqualTo(("e " + bare(name)).strip());
    }

    private static String bare(String name) {
        String folded = Publishers.folded("zz " + name);
        return folded.substring(Math.min(3, folded.length()));
    }
}
