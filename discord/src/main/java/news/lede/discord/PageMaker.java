package news.lede.discord;

import static news.lede.discord.Markdown.line;
import static news.lede.discord.Markdown.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Pick;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Markdown.Lines;
import news.lede.discord.Markdown.Style;
import news.lede.discord.Page.Block;
import news.lede.discord.Page.Group;
import news.lede.discord.Page.Head;
import news.lede.discord.StoryLines.Detail;

/**
 * Lays an answer out within the characters that a message may have. What does not fit is told with less detail, evenly, then counted. Characters are UTF-16 units: Discord
 * counts code points, of which there are never more. Immutable.
 */
final class PageMaker {
    private static final int FOOTER_CHARS = 300;
    private static final int LINE_CHARS = 1500;
    private static final int SOURCES = 20;

    private final Texts texts;
    private final Phrases phrases;
    private final StoryLines stories;

    PageMaker(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
        this.stories = new StoryLines(texts, phrases);
    }

    /** {@code room}: the characters of all texts together. {@code sources}: whether a card lists its articles. */
    Page page(Answer answer, int room, boolean sources) {
        Optional<String> footer = answer.footer()
                .map(f -> MarkdownWriter.unmarked(f, FOOTER_CHARS))
                .filter(f -> !f.isEmpty());
        // Escaped it is longer.
        int left = room
                - footer.map(f -> length(List.of(line(Style.SMALL, plain(f))))).orElse(0);
        Head head = head(answer);
        List<Block> blocks = blocks(answer, left - length(head.lines()), sources);
        List<Pick> picks = answer instanceof Answer.Listing listing ? listing.picks() : List.of();
        return new Page(head, blocks, footer, picks, answer.actions(), Palette.of(answer));
    }

    private Head head(Answer answer) {
        return switch (answer) {
            case Answer.StoryList list -> title(Style.HEADING, list.title());
            case Answer.Briefing briefing -> title(Style.HEADING, briefing.title());
            case Answer.Listing listing -> title(Style.HEADING, listing.title());
            case Answer.Notice notice -> title(Style.SUBHEADING, notice.title());
            case Answer.Account account ->
                new Head(
                        Style.HEADING,
                        account.title(),
                        account.story().newest().url(),
                        Optional.of(stories.byline(account.story())),
                        Optional.empty());
            case Answer.StoryCard card ->
                new Head(
                        Style.HEADING,
                        card.title(),
                        card.story().sources().getFirst().url(),
                        Optional.of(stories.byline(card.story().view())),
                        StoryPicture.of(card.story()));
        };
    }

    private static Head title(Style style, String title) {
        return new Head(style, title, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<Block> blocks(Answer answer, int room, boolean sources) {
        return switch (answer) {
            case Answer.StoryList list -> list(list.stories(), room);
            case Answer.Briefing briefing -> list(briefing.stories(), room);
            case Answer.Account account ->
                fitted(
                        account.sections().stream()
                                .map(s -> new Group(
                                        s.heading(),
                                        s.lines().stream()
                                                .map(l -> stories.accountLine(account.kind(), l))
                                                .toList(),
                                        false))
                                .toList(),
                        room);
            case Answer.StoryCard card -> card(card.story(), room, sources);
            case Answer.Listing listing ->
                fitted(
                        listing.sections().stream()
                                .map(s -> new Group(
                                        s.heading(),
                                        s.lines().stream()
                                                .map(l -> entry(listing.kind(), l))
                                                .toList(),
                                        false))
                                .toList(),
                        room);
            case Answer.Notice notice ->
                fitted(
                        List.of(new Group(
                                "",
                                notice.text()
                                        .lines()
                                        .map(l -> line(Style.NORMAL, plain(l, LINE_CHARS)))
                                        .toList(),
                                false)),
                        room);
        };
    }

    private List<Block> list(List<StoryItem> items, int room) {
        List<Block> blocks = new ArrayList<>();
        List<Lines> told = told(items, room);
        for (int i = 0; i < told.size(); i++) {
            blocks.add(new Page.Story(
                    told.get(i).lines(),
                    new Action(texts.text("action.open"), items.get(i).openCommand(), Action.Kind.OPEN)));
        }
        if (told.size() < items.size()) {
            blocks.add(new Page.Text(List.of(more(items.size() - told.size()))));
        }
        return blocks;
    }

    /** The stories with as much detail as fits; the last ones are left out when not even their titles do. */
    private List<Lines> told(List<StoryItem> items, int room) {
        for (Detail detail : Detail.values()) {
            List<Lines> told = IntStream.range(0, items.size())
                    .mapToObj(i -> stories.inList(i + 1, items.get(i), detail))
                    .toList();
            if (told.stream().mapToInt(t -> length(t.lines())).sum() <= room) {
                return told;
            }
            if (detail == Detail.TITLE) {
                int left = room - length(List.of(more(items.size())));
                int count = 0;
                while (count < told.size() && (left -= length(told.get(count).lines())) >= 0) {
                    count++;
                }
                return told.subList(0, count);
            }
        }
        throw new IllegalStateException("a detail is the last");
    }

    private List<Block> card(StoryItem item, int room, boolean listed) {
        int sentences = item.summary().size();
        List<Line> body = stories.cardBody(item, sentences).lines();
        while (sentences > 0 && length(body) > room / 2) {
            body = stories.cardBody(item, --sentences).lines();
        }
        if (!listed) {
            return List.of(new Page.Text(body));
        }
        String heading = phrases.sourcesHeading();
        int left = room - length(body) - headingLength(heading);
        int most = Math.min(SOURCES, item.sources().size());
        List<Line> sources = stories.sources(item, most).lines();
        while (most > 0 && length(sources) > left) {
            sources = stories.sources(item, --most).lines();
        }
        return List.of(new Page.Text(body), new Group(heading, sources, true));
    }

    private static Line entry(Answer.Listing.Kind kind, Answer.Listing.Line entry) {
        Markdown name = switch (kind) {
            case HELP -> new Markdown.Code(MarkdownWriter.unmarked(entry.name(), Head.TITLE_CHARS));
            case TOPICS, SOURCES, SUBSCRIPTIONS, SETTINGS, FORM ->
                new Markdown.Strong(plain(entry.name(), Head.TITLE_CHARS));
        };
        Markdown text = plain(entry.text(), LINE_CHARS);
        return entry.text().isBlank() ? line(Style.NORMAL, name) : line(Style.NORMAL, name, Markdown.glue(" · "), text);
    }

    /** As many whole lines as fit, then how many are left out. */
    private List<Block> fitted(List<Group> groups, int room) {
        if (groups.stream().mapToInt(PageMaker::length).sum() <= room) {
            return List.copyOf(groups);
        }
        int all = groups.stream().mapToInt(g -> g.lines().size()).sum();
        int left = room - length(List.of(more(all)));
        int shown = 0;
        List<Block> fit = new ArrayList<>();
        for (Group group : groups) {
            left -= headingLength(group.heading());
            List<Line> lines = new ArrayList<>();
            for (Line one : group.lines()) {
                left -= length(List.of(one));
                if (left < 0) {
                    break;
                }
                lines.add(one);
            }
            shown += lines.size();
            if (!lines.isEmpty()) {
                fit.add(new Group(group.heading(), lines, group.apart()));
            }
            if (left < 0) {
                break;
            }
        }
        fit.add(new Page.Text(List.of(more(all - shown))));
        return fit;
    }

    private Line more(int left) {
        return line(Style.SMALL, plain(phrases.more(left)));
    }

    private static int length(Group group) {
        return headingLength(group.heading()) + length(group.lines());
    }

    private static int headingLength(String heading) {
        return length(List.of(heading(heading)));
    }

    /** The line of a heading above a group. */
    static Line heading(String heading) {
        return line(Style.SUBHEADING, plain(heading, Head.TITLE_CHARS));
    }

    /** With a line feed behind each. */
    private static int length(List<Line> lines) {
        return lines.stream()
                .mapToInt(l -> MarkdownWriter.write(l).length() + 1)
                .sum();
    }
}
