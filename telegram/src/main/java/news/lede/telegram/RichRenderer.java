package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Isolates;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.article.Article;

/**
 * Draws as a rich message what reads better so: what sources differ in as tables, and long briefings and accounts with headings, lists and parts that open when tapped on. What is
 * short stays plain, which every app shows. Pure.
 */
final class RichRenderer {
    /** What is shorter as a plain message, in characters, fits a screen or two. */
    private static final int SHORT = 1_500;
    /** Sections of a long account that are open: the latest. */
    private static final int OPEN = 2;

    private static final int SOURCES_SHOWN = 10;

    private RichRenderer() {}

    /** Empty for what is better told plainly, or fits no rich message either. */
    static Optional<RichPage> draw(Answer answer, Phrases phrases, AnswerRenderer.Drawn plain) {
        boolean isLong = plain.blocks().stream().mapToInt(Block::length).sum() > SHORT;
        List<Rich> blocks = new ArrayList<>();
        boolean rightToLeft;
        switch (answer) {
            case Answer.Briefing briefing
            when isLong -> {
                blocks.addAll(briefing(briefing, phrases));
                rightToLeft = briefing.stories().stream()
                        .allMatch(s -> Isolates.isRightToLeft(s.view().title()));
            }
            case Account account
            when isLong || account.kind() == Account.Kind.COMPARE -> {
                blocks.addAll(account(account, phrases));
                rightToLeft = Isolates.isRightToLeft(account.story().title());
            }
            case Answer.Briefing _,
                    Account _,
                    Answer.StoryList _,
                    Answer.StoryCard _,
                    Answer.Listing _,
                    Answer.Notice _ -> {
                return Optional.empty();
            }
        }
        answer.footer().ifPresent(f -> blocks.add(new Rich.Footer(List.of(text(Wording.own(f, Wording.LINE))))));
        return RichPage.of(blocks, rightToLeft);
    }

    private static List<Rich> briefing(Answer.Briefing briefing, Phrases phrases) {
        List<Rich> blocks = new ArrayList<>();
        blocks.add(heading(2, Wording.own(briefing.title(), Wording.TITLE)));
        for (int i = 0; i < briefing.stories().size(); i++) {
            blocks.addAll(story(i + 1, briefing.stories().get(i), phrases));
        }
        return blocks;
    }

    private static List<Rich> story(int number, StoryItem item, Phrases phrases) {
        List<Rich> blocks = new ArrayList<>();
        blocks.add(new Rich.Heading(3, List.of(text(number + ". "), StoryLines.title(item.view()))));
        List<Html> told = new ArrayList<>();
        item.summary().forEach(statement -> {
            if (!told.isEmpty()) {
                told.add(text(" "));
            }
            told.addAll(StoryLines.statement(item, statement, phrases));
        });
        blocks.add(new Rich.Paragraph(told));
        StoryLines.why(item, phrases).ifPresent(why -> blocks.add(new Rich.Paragraph(List.of(text(why)))));
        Html byline = StoryLines.byline(item.view(), phrases);
        List<Article> sources = item.sources();
        if (sources.size() > 1) {
            blocks.add(new Rich.Details(List.of(byline), List.of(new Rich.Bullets(lines(sources, phrases)))));
        } else {
            blocks.add(new Rich.Paragraph(List.of(byline)));
        }
        return blocks;
    }

    private static List<List<Html>> lines(List<Article> sources, Phrases phrases) {
        List<List<Html>> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(sources.size(), SOURCES_SHOWN); i++) {
            Article article = sources.get(i);
            List<Html> line = new ArrayList<>();
            line.add(text("[" + (i + 1) + "] "));
            line.add(StoryLines.linked(
                    StoryLines.usable(article.url()), Wording.foreign(article.title(), Wording.TITLE)));
            line.add(text(" · "));
            line.addAll(StoryLines.byline(article, phrases));
            lines.add(line);
        }
        if (sources.size() > SOURCES_SHOWN) {
            lines.add(List.of(text(phrases.more(sources.size() - SOURCES_SHOWN))));
        }
        return lines;
    }

    private static List<Rich> account(Account account, Phrases phrases) {
        List<Rich> blocks = new ArrayList<>();
        blocks.add(heading(2, Wording.own(account.title(), Wording.TITLE)));
        blocks.add(new Rich.Paragraph(List.of(StoryLines.byline(account.story(), phrases))));
        List<Account.Section> sections = account.sections();
        for (int i = 0; i < sections.size(); i++) {
            Account.Section section = sections.get(i);
            switch (account.kind()) {
                case COMPARE -> blocks.addAll(headed(section, new Rich.Table(rows(section))));
                case EVIDENCE -> blocks.addAll(headed(section, evidence(section)));
                case TIMELINE -> {
                    Rich steps = bullets(section.lines());
                    boolean folded =
                            i < sections.size() - OPEN && !section.heading().isBlank();
                    blocks.addAll(
                            folded
                                    ? List.of(new Rich.Details(List.of(Html.bold(title(section))), List.of(steps)))
                                    : headed(section, steps));
                }
            }
        }
        return blocks;
    }

    private static List<Rich> headed(Account.Section section, Rich... content) {
        return Stream.concat(Stream.of(heading(4, title(section))), Stream.of(content))
                .toList();
    }

    private static Rich[] evidence(Account.Section section) {
        // Under a heading stand the articles that nothing was taken from.
        if (!section.heading().isBlank() || section.lines().isEmpty()) {
            return new Rich[] {bullets(section.lines())};
        }
        Account.Line first = section.lines().getFirst();
        Rich quote = new Rich.Quote(
                List.of(text(Isolates.in(Wording.foreign(first.text(), Wording.SENTENCE)))), StoryLines.behind(first));
        return new Rich[] {
            quote, bullets(section.lines().subList(1, section.lines().size()))
        };
    }

    private static Rich bullets(List<Account.Line> lines) {
        return new Rich.Bullets(lines.stream().map(StoryLines::accountLine).toList());
    }

    /** Who says it or what is said, then the sentence with a link to each article. */
    private static List<List<List<Html>>> rows(Account.Section section) {
        return section.lines().stream()
                .map(line -> {
                    List<Html> said = new ArrayList<>();
                    said.add(text(Isolates.in(Wording.foreign(line.text(), Wording.SENTENCE))));
                    said.addAll(StoryLines.behind(line));
                    return List.of(List.<Html>of(text(Wording.line(line.label()))), List.copyOf(said));
                })
                .toList();
    }

    private static String title(Account.Section section) {
        return Isolates.in(Wording.foreign(section.heading(), Wording.TITLE));
    }

    private static Rich heading(int size, String words) {
        return new Rich.Heading(size, List.of(text(Isolates.in(words))));
    }

    private static Html text(String text) {
        return new Html.Text(text);
    }
}
