package news.lede.discord;

import static news.lede.discord.Markdown.line;
import static news.lede.discord.Markdown.plain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Markdown.Style;
import news.lede.discord.StoryLines.Detail;

/**
 * Draws an answer as one message of Discord's components, version 2: a box with a coloured edge, a section with a button for each story of a list, and below it the
 * buttons of the answer. Within a message of {@value #ALL_TEXT} characters and {@value #ALL_COMPONENTS} components; what does not fit is told with less, then
 * counted. Immutable.
 */
final class MessageView {
    private static final int ALL_TEXT = 4000;
    private static final int ALL_COMPONENTS = 40;
    /** One row of buttons with its row, the box, its title, its footer and one text for what stands without a button. */
    private static final int OTHER_COMPONENTS = 5 + 1 + 1 + 1 + 1 + 1;
    /** A section, its text and its button. */
    private static final int SECTION_COMPONENTS = 3;

    private static final int SECTIONS = (ALL_COMPONENTS - OTHER_COMPONENTS) / SECTION_COMPONENTS;
    private static final int ROW = 5;
    private static final int LABEL_CHARS = 80;
    private static final int TITLE_CHARS = 256;
    private static final int FOOTER_CHARS = 300;
    private static final int LINE_CHARS = 1500;
    private static final int SOURCES = 20;
    private static final int EDGE = 0x2F6F8F;
    private static final int NOTICE_EDGE = 0x8A8F98;
    private static final String BLANK = "…";

    private final Texts texts;
    private final Phrases phrases;
    private final StoryLines stories;

    MessageView(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
        this.stories = new StoryLines(texts, phrases);
    }

    /** A message that says {@code answer} and pings nobody. */
    MessageCreateData message(Answer answer) {
        return message(box(answer, ""));
    }

    /**
     * The same, to be known again by the id of its box.
     *
     * @param mention id of the role that is called first; nobody else is
     */
    MessageCreateData message(Answer answer, int mark, Optional<String> mention) {
        String call = mention.map(role -> "<@&" + role + ">\n").orElse("");
        MessageCreateData message = message(box(answer, call).withUniqueId(mark));
        return mention.isEmpty()
                ? message
                : MessageCreateBuilder.from(message).mentionRoles(mention.get()).build();
    }

    private static MessageCreateData message(Container box) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(box)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false)
                .build();
    }

    /** {@code call} stands before everything else. */
    private Container box(Answer answer, String call) {
        Set<String> used = new HashSet<>();
        List<ContainerChildComponent> parts = new ArrayList<>();
        int room = ALL_TEXT - call.length() - footer(answer).map(String::length).orElse(0);
        switch (answer) {
            case Answer.StoryList list -> list(list.title(), list.stories(), room, used, parts);
            case Answer.Briefing briefing -> list(briefing.title(), briefing.stories(), room, used, parts);
            case Answer.Account account -> account(account, room, parts);
            case Answer.StoryCard card -> card(card, room, parts);
            case Answer.Listing listing -> listing(listing, room, parts);
            case Answer.Notice notice -> notice(notice, room, parts);
        }
        if (!call.isEmpty() && parts.getFirst() instanceof TextDisplay first) {
            parts.set(0, TextDisplay.of(call + first.getContent()));
        }
        footer(answer).ifPresent(f -> parts.add(TextDisplay.of(f)));
        buttons(answer.actions(), used).ifPresent(parts::add);
        int edge = answer instanceof Answer.Notice ? NOTICE_EDGE : EDGE;
        return Container.of(parts).withAccentColor(edge);
    }

    private void list(
            String heading, List<StoryItem> items, int room, Set<String> used, List<ContainerChildComponent> parts) {
        String title = heading(heading);
        parts.add(TextDisplay.of(title));
        List<String> told = told(items, room - title.length());
        int withButton = Math.min(told.size(), SECTIONS);
        for (int i = 0; i < withButton; i++) {
            TextDisplay text = TextDisplay.of(told.get(i));
            Optional<Button> open =
                    button(new Action(texts.text("action.open"), items.get(i).openCommand()), used);
            parts.add(
                    open.<ContainerChildComponent>map(b -> Section.of(b, text)).orElse(text));
        }
        List<String> rest = new ArrayList<>(told.subList(withButton, told.size()));
        if (told.size() < items.size()) {
            rest.add(more(items.size() - told.size()));
        }
        if (!rest.isEmpty()) {
            parts.add(TextDisplay.of(String.join("\n", rest)));
        }
    }

    private void account(Answer.Account account, int room, List<ContainerChildComponent> parts) {
        List<String> lines = new ArrayList<>();
        stories.accountHead(account).forEach(l -> lines.add(MarkdownWriter.write(l)));
        for (Answer.Account.Section section : account.sections()) {
            if (!section.heading().isBlank()) {
                lines.add(MarkdownWriter.write(line(Style.SUBHEADING, plain(section.heading(), TITLE_CHARS))));
            }
            section.lines().forEach(l -> lines.add(MarkdownWriter.write(stories.accountLine(l))));
        }
        parts.add(TextDisplay.of(joined(lines, room)));
    }

    /** The stories as texts with as much detail as fits; the last ones are left out when not even their titles do. */
    private List<String> told(List<StoryItem> items, int room) {
        for (Detail detail : Detail.values()) {
            List<String> told = IntStream.range(0, items.size())
                    .mapToObj(i -> MarkdownWriter.write(stories.inList(i + 1, items.get(i), detail)))
                    .toList();
            if (length(told) <= room) {
                return told;
            }
            if (detail == Detail.TITLE) {
                int left = room - more(items.size()).length() - 1;
                return fitting(told, left);
            }
        }
        throw new IllegalStateException("a detail is the last");
    }

    private void card(Answer.StoryCard card, int room, List<ContainerChildComponent> parts) {
        StoryItem item = card.story();
        String head = MarkdownWriter.write(stories.cardHead(card.title(), item));
        parts.add(TextDisplay.of(head));
        int left = room - head.length();
        int sentences = item.summary().size();
        String body = MarkdownWriter.write(stories.cardBody(item, sentences));
        while (sentences > 0 && body.length() > left / 2) {
            body = MarkdownWriter.write(stories.cardBody(item, --sentences));
        }
        if (!body.isBlank()) {
            parts.add(TextDisplay.of(body));
            left -= body.length();
        }
        int most = Math.min(SOURCES, item.sources().size());
        String sources = MarkdownWriter.write(stories.sources(item, most));
        while (most > 0 && sources.length() > left) {
            sources = MarkdownWriter.write(stories.sources(item, --most));
        }
        parts.add(Separator.createDivider(Separator.Spacing.SMALL));
        parts.add(TextDisplay.of(sources));
    }

    private void listing(Answer.Listing listing, int room, List<ContainerChildComponent> parts) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(listing.title()));
        for (Answer.Listing.Section section : listing.sections()) {
            if (!section.heading().isBlank()) {
                lines.add(MarkdownWriter.write(line(Style.SUBHEADING, plain(section.heading(), TITLE_CHARS))));
            }
            section.lines().forEach(l -> lines.add(MarkdownWriter.write(entry(listing.kind(), l))));
        }
        parts.add(TextDisplay.of(joined(lines, room)));
    }

    private static Line entry(Answer.Listing.Kind kind, Answer.Listing.Line entry) {
        Markdown name = switch (kind) {
            case HELP -> new Markdown.Code(Display.brief(entry.name(), TITLE_CHARS));
            case TOPICS, SOURCES, SUBSCRIPTIONS, SETTINGS, FORM ->
                new Markdown.Strong(plain(entry.name(), TITLE_CHARS));
        };
        Markdown text = plain(entry.text(), LINE_CHARS);
        return entry.text().isBlank() ? line(Style.NORMAL, name) : line(Style.NORMAL, name, Markdown.glue(" · "), text);
    }

    private void notice(Answer.Notice notice, int room, List<ContainerChildComponent> parts) {
        List<String> lines = new ArrayList<>();
        lines.add(MarkdownWriter.write(line(Style.SUBHEADING, plain(notice.title(), TITLE_CHARS))));
        notice.text()
                .lines()
                .map(l -> MarkdownWriter.write(plain(l, LINE_CHARS)))
                .forEach(lines::add);
        parts.add(TextDisplay.of(joined(lines, room)));
    }

    /** As many whole lines as fit, then how many are left out. */
    private String joined(List<String> lines, int room) {
        List<String> fit = length(lines) <= room
                ? lines
                : fitting(lines, room - more(lines.size()).length() - 1);
        List<String> shown = new ArrayList<>(fit);
        if (fit.size() < lines.size()) {
            shown.add(more(lines.size() - fit.size()));
        }
        String text = String.join("\n", shown).strip();
        return text.isEmpty() ? BLANK : text;
    }

    private static List<String> fitting(List<String> texts, int room) {
        int length = 0;
        int count = 0;
        while (count < texts.size() && length + texts.get(count).length() + 1 <= room) {
            length += texts.get(count++).length() + 1;
        }
        return texts.subList(0, count);
    }

    /** With a line feed behind each. */
    private static int length(List<String> texts) {
        return texts.stream().mapToInt(t -> t.length() + 1).sum();
    }

    private static String heading(String title) {
        String text = MarkdownWriter.write(line(Style.HEADING, plain(title, TITLE_CHARS)));
        return text.isBlank() ? BLANK : text;
    }

    private String more(int left) {
        return MarkdownWriter.write(line(Style.SMALL, plain(phrases.more(left))));
    }

    private static Optional<String> footer(Answer answer) {
        return answer.footer()
                .map(f -> MarkdownWriter.write(line(Style.SMALL, plain(f, FOOTER_CHARS))))
                .filter(f -> !f.isBlank());
    }

    private static Optional<ActionRow> buttons(List<Action> actions, Set<String> used) {
        List<Button> buttons = actions.stream()
                .flatMap(a -> button(a, used).stream())
                .limit(ROW)
                .toList();
        return buttons.isEmpty() ? Optional.empty() : Optional.of(ActionRow.of(buttons));
    }

    /** A button for an action; none for one that stands in this message already or that no id can hold. */
    private static Optional<Button> button(Action action, Set<String> used) {
        String label = Display.brief(action.label(), LABEL_CHARS);
        return CustomId.of(action.command())
                .filter(id -> !label.isBlank() && used.add(id))
                .map(id -> Button.secondary(id, label));
    }
}
