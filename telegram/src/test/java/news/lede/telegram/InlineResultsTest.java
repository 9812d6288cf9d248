package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

class InlineResultsTest {
    private static final Phrases PHRASES = new Phrases(Texts.in(Locale.ENGLISH), SampleStories.NOW, ZoneOffset.UTC);

    private final InlineResults results = new InlineResults(new Keyboards("lede_news_bot", true));

    @Test
    void eachStoryOfAListIsOneToChooseNamedByItsState() {
        List<InlineQueryResultArticle> all = results.of(list(SampleStories.dam(), SampleStories.ferry()), PHRASES);

        assertThat(all).extracting(InlineQueryResultArticle::getId).containsExactly("4.1", "7.1");
        InlineQueryResultArticle first = all.getFirst();
        assertThat(first.getTitle()).isEqualTo("Reservoir dam holds after night of rain");
        assertThat(first.getDescription())
                .isEqualTo(
                        "The dam above Linfell held on Sunday. · Harbour Courier, Valley Post · 2 articles · 11 minutes ago");
        assertThat(message(first).getMessageText()).contains("Some 400 people went home", "Valley Post");
        assertThat(first.getThumbnailUrl()).isNull();
        assertThat(preview(first).getPreferSmallMedia()).isTrue();
    }

    @Test
    void aPictureOfThePublisherIsShownBesideItAndLargeBelowTheMessage() {
        InlineQueryResultArticle one = results.of(list(pictured("https://pics.example/dam.jpg")), PHRASES)
                .getFirst();

        assertThat(one.getThumbnailUrl()).isEqualTo("https://pics.example/dam.jpg");
        assertThat(preview(one).getUrlField()).isEqualTo("https://harbourpost.example/1");
        assertThat(preview(one).getPreferLargeMedia()).isTrue();
        assertThat(preview(one).getPreferSmallMedia()).isNull();
    }

    @Test
    void moreThanTheServiceTakesAreNotOffered() {
        Answer many = new Answer.StoryList(
                "Latest", Collections.nCopies(60, SampleStories.dam()), List.of(), Optional.empty());

        assertThat(results.of(many, PHRASES)).hasSize(50);
    }

    @Test
    void aNoticeIsNothingToChooseButAnswersAGuest() {
        Answer nothing = new Answer.Notice("Nothing found", "Try other words.", List.of());

        assertThat(results.of(nothing, PHRASES)).isEmpty();
        assertThat(message(results.one(nothing, PHRASES)).getMessageText()).contains("Try other words.");
    }

    @Test
    void buttonsAreLinksIntoThePrivateChat() {
        InlineQueryResultArticle card =
                results.of(SampleAnswers.bridgeCard(), PHRASES).getFirst();

        assertThat(card.getReplyMarkup().getKeyboard().stream().flatMap(List::stream))
                .isNotEmpty()
                .allSatisfy(button -> assertThat(button.getCallbackData()).isNull())
                .anySatisfy(button -> assertThat(button.getUrl()).startsWith("https://t.me/lede_news_bot?start="));
    }

    private static Answer list(StoryItem... stories) {
        return new Answer.StoryList("Latest", List.of(stories), List.of(), Optional.empty());
    }

    private static StoryItem pictured(String url) {
        Article plain = SampleStories.article(1, "Harbour Post", "The dam holds", "It held.");
        Article pictured = new Article(
                plain.id(),
                plain.report(),
                plain.title(),
                plain.publisher(),
                plain.url(),
                plain.paragraphs(),
                plain.published(),
                false,
                plain.language(),
                plain.maxSnippet(),
                plain.firstSeen(),
                Optional.of(URI.create(url)));
        return new StoryItem(
                new StoryView(new StoryId(4), 1, plain.language(), "The dam holds", List.of(pictured)),
                List.of(),
                List.of(),
                OptionalDouble.empty());
    }

    private static InputTextMessageContent message(InlineQueryResultArticle result) {
        return (InputTextMessageContent) result.getInputMessageContent();
    }

    private static LinkPreviewOptions preview(InlineQueryResultArticle result) {
        return message(result).getLinkPreviewOptions();
    }
}
