package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerGuestQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Answers where we are no member: words behind our name in an input field, and messages that call us as a guest. Both ask as in the person's own private chat, so everybody is shown what is theirs.
 */
final class InlineAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(InlineAnswers.class);
    /** News may be that old; typing the same words again within it costs nothing. */
    private static final int CACHED_SECONDS = 60;
    /** Whoever goes on typing has no use for what was asked before. */
    private static final Duration TYPING = Duration.ofSeconds(30);

    private static final int BUTTON = 64;

    private static final Pattern PAGE = Pattern.compile("page:(\\d{1,4})");
    private static final Pattern STORY = Pattern.compile("#\\d{1,18}");
    private static final Pattern OFFSET = Pattern.compile("[1-9]\\d{0,3}");

    private final Asking asking;
    private final Calls calls;
    private final Typed typed;
    private final InlineResults results;
    private final Cache<Long, String> latest =
            Caffeine.newBuilder().expireAfterWrite(TYPING).maximumSize(100_000).build();

    InlineAnswers(Asking asking, Calls calls, Typed typed, InlineResults results) {
        this.asking = asking;
        this.calls = calls;
        this.typed = typed;
        this.results = results;
    }

    /** At once, beside all else: the person waits with the finger on the key. */
    Errand searched(Incoming.Searched searched, Instant tooLate) {
        latest.put(searched.author().id(), searched.query());
        return Errand.fleeting(() -> {
            if (searched.query().equals(latest.getIfPresent(searched.author().id()))) {
                search(searched, tooLate);
            }
        });
    }

    private void search(Incoming.Searched searched, Instant tooLate) throws InterruptedException {
        String command = command(searched.words(), searched.offset());
        Asking.Asked asked = asking.ask(Introductions.own(searched.author()), command);
        AnswerInlineQuery answer = AnswerInlineQuery.builder()
                .inlineQueryId(searched.query())
                .results(List.copyOf(results.of(asked.answer(), asked.phrases())))
                .cacheTime(CACHED_SECONDS)
                .isPersonal(true)
                .nextOffset(next(asked.answer(), searched.offset()))
                .button(intoPrivate(asked.answer(), searched.author()))
                .build();
        if (calls.call(answer, tooLate) instanceof Calls.Result.Failed<Boolean>(Failure failure)) {
            // Most often whoever typed has typed on, and the service has forgotten the query.
            LOG.info("telegram inline query not answered reason=\"{}\"", failure.reason());
        }
    }

    private static String command(String words, String offset) {
        String page = OFFSET.matcher(offset).matches() ? " page:" + offset : "";
        String plain = words.replaceAll("\\s+", " ");
        if (plain.startsWith("https://") || plain.startsWith("http://")) {
            return "/summarize " + plain;
        }
        // What a button takes along from a private chat.
        if (STORY.matcher(plain).matches()) {
            return "/story " + plain.substring(1);
        }
        // A colon would make an option of a word.
        return plain.isEmpty()
                ? "/latest" + page
                : "/topic " + plain.replace(':', ' ').replace('"', ' ') + page;
    }

    /** The page that the answer itself offers next; empty when it was the last. */
    private static String next(Answer answer, String offset) {
        int here = OFFSET.matcher(offset).matches() ? Integer.parseInt(offset) : 1;
        return answer.actions().stream()
                .map(Action::command)
                .map(PAGE::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.parseInt(m.group(1)))
                .filter(page -> page > here)
                .findFirst()
                .map(String::valueOf)
                .orElse("");
    }

    /** Above the results; where there are none it says why, and the private chat is where to go on. */
    private static InlineQueryResultsButton intoPrivate(Answer answer, Author author) {
        Texts texts = Texts.in(author.language().orElse(Locale.ENGLISH));
        String words = answer instanceof Answer.Notice notice ? Display.brief(notice.title(), BUTTON) : "";
        return InlineQueryResultsButton.builder()
                .text(words.isBlank() ? texts.text("inline.private") : words)
                .startParameter("inline")
                .build();
    }

    /** What calls us as a guest is answered once, by one message. */
    Errand summoned(Incoming.Summoned summoned, Instant tooLate) {
        return Errand.aside(() -> {
            String text = typed.withoutName(summoned.text());
            String command = typed.command(text, summoned.about())
                    .or(() -> Optional.of(text).filter(t -> !t.isBlank()))
                    .or(() -> summoned.about().map(about -> "/related " + about))
                    .orElse("/latest");
            Asking.Asked asked = asking.ask(Introductions.own(summoned.author()), command);
            InlineQueryResultArticle one = results.one(asked.answer(), asked.phrases());
            AnswerGuestQuery answer = AnswerGuestQuery.builder()
                    .guestQueryId(summoned.query())
                    .result(one)
                    .build();
            if (calls.call(answer, tooLate) instanceof Calls.Result.Failed<?>(Failure failure)) {
                LOG.info("telegram guest query not answered reason=\"{}\"", failure.reason());
            }
        });
    }
}
