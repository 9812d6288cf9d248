package news.lede.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.story.Dispute;
import news.lede.story.Side;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;

/**
 * An answer as the one JSON object that programs read:
 *
 * <pre>{@code
 * {"kind", "title", "text", "stories": [{"id", "title", "publishers": [..], "published", "approximate", "revision",
 *   "summary": [{"text", "evidence": [{"article", "publisher", "url", "sentence"}], "disputes": [{"standing", "sides": [{"said", "publishers"}]}]}], "reason": [..], "score", "articles": n}],
 *  "actions": [{"label", "command"}], "footer"}
 * }</pre>
 *
 * <p>A timeline, a comparison and the evidence of a story are one story whose {@code summary} has their lines. Absent parts are left out; the lists of a story are always there, even empty. {@code text} is the answer as {@link AnswerText} writes it, ids are
 * numbers, {@code published} is an ISO instant. Titles and sentences are verbatim. Immutable.
 */
public final class AnswerJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final AnswerText text;

    public AnswerJson(AnswerText text) {
        this.text = text;
    }

    /** The object as indented JSON text. */
    public String write(Answer answer) {
        try {
            return JSON.writeValueAsString(of(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of our own can be written", e);
        }
    }

    public ObjectNode of(Answer answer) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", kind(answer));
        node.put("title", answer.title());
        node.put("text", text.of(answer));
        List<StoryItem> stories = stories(answer);
        if (!stories.isEmpty()) {
            ArrayNode list = node.putArray("stories");
            stories.forEach(s -> story(list.addObject(), s));
        }
        if (answer instanceof Answer.Account account) {
            account(node.putArray("stories").addObject(), account);
        }
        List<Action> actions =
                Stream.concat(picks(answer), answer.actions().stream()).toList();
        if (!actions.isEmpty()) {
            ArrayNode list = node.putArray("actions");
            actions.forEach(a -> list.addObject().put("label", a.label()).put("command", a.command()));
        }
        answer.footer().ifPresent(f -> node.put("footer", f));
        return node;
    }

    /** What can be chosen in a form, one action for each value. */
    private static Stream<Action> picks(Answer answer) {
        return answer instanceof Answer.Listing listing
                ? listing.picks().stream()
                        .flatMap(pick -> pick.values().stream())
                        .map(value -> new Action(value.label(), value.command()))
                : Stream.empty();
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.StoryList _ -> "stories";
            case Answer.StoryCard _ -> "story";
            case Answer.Briefing _ -> "briefing";
            case Answer.Account account -> kind(account.kind());
            case Answer.Listing listing -> listing.kind().name().toLowerCase(Locale.ROOT);
            case Answer.Notice _ -> "notice";
        };
    }

    /** Evidence is one story to a program, whose every sentence has it. */
    private static String kind(Answer.Account.Kind kind) {
        return switch (kind) {
            case TIMELINE -> "timeline";
            case COMPARE -> "compare";
            case EVIDENCE -> "story";
        };
    }

    private static List<StoryItem> stories(Answer answer) {
        return switch (answer) {
            case Answer.StoryList list -> list.stories();
            case Answer.StoryCard card -> List.of(card.story());
            case Answer.Briefing briefing -> briefing.stories();
            case Answer.Account _, Answer.Listing _, Answer.Notice _ -> List.of();
        };
    }

    private static void story(ObjectNode node, StoryItem item) {
        StoryView view = item.view();
        head(node, view);
        ArrayNode summary = node.putArray("summary");
        item.summary().forEach(s -> statement(summary.addObject(), s));
        strings(node.putArray("reason"), item.reasons());
        item.score().ifPresent(score -> node.put("score", score));
        node.put("articles", view.articles().size());
    }

    private static void head(ObjectNode node, StoryView view) {
        node.put("id", view.id().value());
        node.put("title", view.title());
        strings(node.putArray("publishers"), view.publishers());
        node.put("published", view.published().toString());
        node.put("approximate", view.approximate());
        node.put("revision", view.revision());
    }

    /** The lines of an account are its summary: what the heading and the label say stands before each text. */
    private static void account(ObjectNode node, Answer.Account account) {
        head(node, account.story());
        ArrayNode summary = node.putArray("summary");
        for (Answer.Account.Section section : account.sections()) {
            for (Answer.Account.Line line : section.lines()) {
                ObjectNode entry = summary.addObject();
                entry.put(
                        "text",
                        Stream.of(section.heading(), line.label(), line.text())
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(" - ")));
                ArrayNode evidence = entry.putArray("evidence");
                line.evidence().forEach(e -> evidence(evidence.addObject(), e));
            }
        }
        node.putArray("reason");
        node.put("articles", account.story().articles().size());
    }

    private static void statement(ObjectNode node, Statement statement) {
        node.put("text", statement.text());
        ArrayNode evidence = node.putArray("evidence");
        statement.evidence().forEach(e -> evidence(evidence.addObject(), e));
        if (!statement.disputes().isEmpty()) {
            ArrayNode disputes = node.putArray("disputes");
            statement.disputes().forEach(d -> dispute(disputes.addObject(), d));
        }
    }

    private static void dispute(ObjectNode node, Dispute dispute) {
        node.put("standing", dispute.standing().name().toLowerCase(Locale.ROOT));
        ArrayNode sides = node.putArray("sides");
        for (Side side : dispute.sides()) {
            ObjectNode said = sides.addObject().put("said", side.said());
            strings(said.putArray("publishers"), side.publishers());
        }
    }

    private static void evidence(ObjectNode node, Evidence evidence) {
        Article article = evidence.article();
        node.put("article", article.id().value());
        article.publisher().ifPresent(p -> node.put("publisher", p));
        article.url().ifPresent(u -> node.put("url", u.toString()));
        node.put("sentence", evidence.sentence());
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
