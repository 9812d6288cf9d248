package news.lede.story;

import static news.lede.story.Newsroom.ELECTION;
import static news.lede.story.Newsroom.FERRY;
import static news.lede.story.Newsroom.FIRE;
import static news.lede.story.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.article.ArticleId;
import news.lede.community.Viewer;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import org.junit.jupiter.api.Test;

class RelatedStoriesTest {
    private static final String INQUIRY =
            "Parliament opened an inquiry into Brandt Lines on Monday. Captain Ines Okafor and the harbour master of Port Alden"
                    + " will testify about safety rules for ferry pumps. Brandt Lines runs eleven ships.";
    private static final String REGATTA =
            "Rowers from eight towns met at Port Alden for the spring regatta. The home crew won by two lengths before cheering crowds.";

    private final Newsroom news = new Newsroom();
    private final Story ferry = news.read("Ferry Marla sinks off Port Alden", FERRY, NOON);
    private final RelatedStories related =
            new RelatedStories(news.store.stories(), news.store.articles(), news.index, news.views);

    private List<Related> toFerry() {
        return related.to(news.view(ferry), news.viewer(), 5);
    }

    @Test
    void whatSharesPeopleAndPlacesComesWithTheReasonEvenMonthsLater() {
        news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        Story inquiry = news.read("Inquiry into Brandt Lines begins", INQUIRY, NOON.plus(Duration.ofDays(90)));
        Story regatta = news.read("Regatta at Port Alden", REGATTA, NOON.plus(Duration.ofDays(60)));
        assertThat(toFerry()).extracting(each -> each.story().id()).containsExactly(inquiry.id(), regatta.id());
        assertThat(toFerry().getFirst().reasons())
                .first()
                .isInstanceOfSatisfying(
                        Related.Reason.Names.class,
                        shared -> assertThat(shared.names())
                                .contains("Brandt Lines")
                                .anyMatch(name -> name.contains("Ines Okafor")));
        assertThat(toFerry().getFirst().score())
                .isGreaterThan(toFerry().getLast().score());
    }

    @Test
    void theKindOfEventIsAReasonBesideAnother() {
        Story trial = news.read(
                "Shipowner Casimir Holt convicted of fraud",
                "A court in Anwel found Casimir Holt guilty of hiding the state of his ferries. Holt will appeal.",
                NOON);
        Story appeal = news.read(
                "Casimir Holt, shipowner, acquitted after two years",
                "Judges in Anwel let Casimir Holt go. The state of his ferries was known, Holt had said all along.",
                NOON.plus(Duration.ofDays(90)));
        news.read(
                "Baker of Grayhaven sentenced",
                "Rye bread with too much water in it cost Jonna Pell a fine. She bakes on.",
                NOON.plus(Duration.ofDays(30)));

        List<Related> found = related.to(news.view(trial), news.viewer(), 5);

        assertThat(found).extracting(each -> each.story().id()).containsExactly(appeal.id());
        assertThat(found.getFirst().reasons()).contains(new Related.Reason.Event(EventKind.TRIAL));
    }

    @Test
    void whatSharesNothingIsNotInvented() {
        news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        news.read("Warehouse fire in Sarn", FIRE, NOON);
        assertThat(toFerry()).isEmpty();
    }

    @Test
    void aNameThatEverybodyHasIsNoReason() {
        Story visit = news.read(
                "Museum opened",
                "President Donald Trump opened a maritime museum in Grayhaven on Monday and praised its models. Queues formed.",
                NOON);
        news.read(
                "Bicycle tariff delayed",
                "The tariff on bicycles is delayed, importers of Velar said after talks with Donald Trump.",
                NOON);
        assertThat(related.to(news.view(visit), news.viewer(), 5)).isEmpty();
    }

    @Test
    void whatAPublisherListedBesideItIsThereAndSaysSo() {
        Story election = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        news.store
                .articles()
                .list(election.members().getFirst(), ferry.members().getFirst());
        assertThat(toFerry()).singleElement().satisfies(each -> {
            assertThat(each.story().id()).isEqualTo(election.id());
            assertThat(each.reasons()).containsExactly(new Related.Reason.Listed());
        });
    }

    @Test
    void whatItListedItselfIsThereToo() {
        Story election = news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        news.store
                .articles()
                .list(ferry.members().getFirst(), election.members().getFirst());
        assertThat(toFerry())
                .singleElement()
                .satisfies(each -> assertThat(each.reasons()).containsExactly(new Related.Reason.Listed()));
    }

    @Test
    void reasonsAreFewEnoughToRead() {
        news.read("Divers and pumps of the ferry again", Newsroom.FERRY_AGAIN, NOON.plus(Duration.ofDays(40)));
        assertThat(toFerry())
                .singleElement()
                .satisfies(each -> assertThat(each.reasons())
                        .satisfiesExactlyInAnyOrder(
                                names -> assertThat(names)
                                        .isInstanceOfSatisfying(
                                                Related.Reason.Names.class,
                                                n -> assertThat(n.names()).hasSize(4)),
                                words -> assertThat(words)
                                        .isInstanceOfSatisfying(
                                                Related.Reason.Words.class,
                                                w -> assertThat(w.words()).hasSize(3))));
    }

    @Test
    void theOwnStoryIsLeftOutAndEachOtherComesOnce() {
        Story inquiry = news.read("Inquiry into Brandt Lines begins", INQUIRY, NOON.plus(Duration.ofDays(90)));
        news.read(
                "Inquiry into Brandt Lines continues",
                INQUIRY + " More witnesses follow.",
                NOON.plus(Duration.ofDays(91)));
        assertThat(toFerry()).extracting(each -> each.story().id()).containsExactly(inquiry.id());
    }

    @Test
    void onlyWhatTheViewerFollowsIsShownAndNoMoreThanAskedFor() {
        news.read("Inquiry into Brandt Lines begins", INQUIRY, NOON.plus(Duration.ofDays(90)));
        news.read("Regatta at Port Alden", REGATTA, NOON.plus(Duration.ofDays(60)));
        StoryView view = news.view(ferry);
        assertThat(related.to(view, news.viewer(), 1)).hasSize(1);
        assertThat(related.to(view, new Viewer(new WorkspaceId(2), Set.of(new SourceId(77))), 5))
                .isEmpty();
    }

    @Test
    void sharedNamesReachAcrossLanguages() {
        Story german = news.read(Newsroom.text(
                "Reederei Brandt Lines vor Gericht",
                "Das Unternehmen Brandt Lines muss sich in Altenried verantworten. Die Kapitänin Ines Okafor sagte am Montag aus, dass die Pumpen defekt waren.",
                "Altenrieder Bote",
                NOON.plus(Duration.ofDays(30)),
                "de"));
        assertThat(toFerry()).extracting(each -> each.story().id()).containsExactly(german.id());
        assertThat(toFerry().getFirst().reasons())
                .as("words of another language are no reasons")
                .hasOnlyElementsOfType(Related.Reason.Names.class);
    }

    @Test
    void wordsFindWhatSpeaksOfThemBestFirst() {
        news.read("Regatta at Port Alden", REGATTA, NOON);
        news.read("Weidner wins Kestrel Valley", ELECTION, NOON);
        List<Related> found = related.to("ferry pumps", news.viewer(), 5);
        assertThat(found).extracting(each -> each.story().id()).containsExactly(ferry.id());
        assertThat(found.getFirst().reasons())
                .singleElement()
                .isInstanceOfSatisfying(
                        Related.Reason.Words.class,
                        shared -> assertThat(shared.words()).hasSize(2));
        assertThat(related.to("submarine", news.viewer(), 5)).isEmpty();
        assertThat(related.to("  ", news.viewer(), 5)).isEmpty();
    }

    @Test
    void ofTwoThatShareAsMuchTheOneThatMeansTheSameComesFirst() {
        String plain =
                "In Port Alden %s spoke about the ferry Marla at a meeting of the harbour board on Tuesday evening.";
        Story one = news.read("Harbour board meets", plain.formatted("a baker"), NOON.plus(Duration.ofDays(30)));
        Story two = news.read("Harbour board sits", plain.formatted("a tailor"), NOON.plus(Duration.ofDays(60)));
        Meanings meanings = wanted -> {
            Map<ArticleId, float[]> vectors = new HashMap<>();
            wanted.forEach(id -> vectors.put(id, new float[] {two.members().contains(id) ? 0 : 1, 1}));
            ferry.members().forEach(id -> vectors.put(id, new float[] {1, 0}));
            return vectors;
        };
        RelatedStories meant =
                new RelatedStories(news.store.stories(), news.store.articles(), news.index, news.views, meanings);

        List<Related> found = meant.to(news.view(ferry), news.viewer(), 5);

        assertThat(found).extracting(each -> each.story().id()).containsExactly(one.id(), two.id());
    }

    @Test
    void meaningHidesNothingThatWordsAndNamesWouldShow() {
        Story inquiry = news.read("Inquiry into Brandt Lines begins", INQUIRY, NOON.plus(Duration.ofDays(90)));
        Story regatta = news.read("Regatta at Port Alden", REGATTA, NOON.plus(Duration.ofDays(60)));
        Meanings opposed = wanted -> {
            Map<ArticleId, float[]> vectors = new HashMap<>();
            wanted.forEach(id -> vectors.put(id, new float[] {-1, 0}));
            ferry.members().forEach(id -> vectors.put(id, new float[] {1, 0}));
            return vectors;
        };
        RelatedStories meant =
                new RelatedStories(news.store.stories(), news.store.articles(), news.index, news.views, opposed);

        assertThat(meant.to(news.view(ferry), news.viewer(), 5))
                .extracting(each -> each.story().id())
                .containsExactlyInAnyOrder(inquiry.id(), regatta.id());
    }
}
