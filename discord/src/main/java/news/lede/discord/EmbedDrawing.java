package news.lede.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Page.Group;
import news.lede.discord.Page.Head;

/**
 * Draws a page as one embed with rows of buttons below it, in marks that every client has always known. The page is cut to fewer characters than the {@value
 * MessageEmbed#EMBED_MAX_LENGTH_BOT} that embeds may have in all, and than the {@value MessageEmbed#DESCRIPTION_MAX_LENGTH} of a description.
 */
final class EmbedDrawing {
    private static final String BLANK = "…";
    private static final int ROWS = 5;
    private static final String NO_NAME = "\u200B";

    private final Page page;
    private final Manner manner;
    private final Buttons buttons;
    private final Set<String> used = new HashSet<>();
    private final StringJoiner description = new StringJoiner("\n");

    EmbedDrawing(Page page, Manner manner, Buttons buttons) {
        this.page = page;
        this.manner = manner;
        this.buttons = buttons;
    }

    MessageCreateBuilder draw() {
        EmbedBuilder embed = new EmbedBuilder().setColor(page.edge());
        Head head = page.head();
        String title = MarkdownWriter.within(head.title(), MessageEmbed.TITLE_MAX_LENGTH);
        embed.setTitle(
                title.isEmpty() ? BLANK : title,
                head.link().flatMap(SafeLink::of).orElse(null));
        head.below().ifPresent(b -> description.add(MarkdownWriter.write(b)));
        boolean fields = fields();
        for (Page.Block block : page.blocks()) {
            if (block instanceof Group group && fields) {
                embed.addField(name(group), value(group.lines()), false);
            } else {
                describe(block);
            }
        }
        String text = description.toString().strip();
        if (!text.isEmpty()) {
            embed.setDescription(text);
        }
        // Marks mean nothing in a footer.
        page.footer().ifPresent(embed::setFooter);
        picture(embed);
        return new MessageCreateBuilder()
                .setContent(manner.call())
                .setEmbeds(embed.build())
                .setComponents(rows());
    }

    private void describe(Page.Block block) {
        if (description.length() > 0) {
            description.add("");
        }
        if (block instanceof Group group) {
            add(PageMaker.heading(group.heading()));
        }
        block.lines().forEach(this::add);
    }

    private void add(Line line) {
        String written = MarkdownWriter.write(Markdown.simple(line));
        if (!written.isEmpty()) {
            description.add(written);
        }
    }

    /** Whether every group can be a field; else none is, so that they look alike. */
    private boolean fields() {
        List<Group> groups = page.blocks().stream()
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .toList();
        return groups.size() <= MessageEmbed.MAX_FIELD_AMOUNT
                && groups.stream().noneMatch(g -> g.heading().isBlank())
                && groups.stream()
                        .map(g -> value(g.lines()))
                        .allMatch(v -> !v.isEmpty() && v.length() <= MessageEmbed.VALUE_MAX_LENGTH);
    }

    private static String name(Group group) {
        String name = MarkdownWriter.within(group.heading(), MessageEmbed.TITLE_MAX_LENGTH);
        return name.isEmpty() ? NO_NAME : name;
    }

    private static String value(List<Line> lines) {
        return lines.stream()
                .map(l -> MarkdownWriter.write(Markdown.simple(l)))
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private void picture(EmbedBuilder embed) {
        page.head().picture().ifPresent(picture -> {
            switch (manner.style()) {
                case HEADLINES -> {}
                case COMPACT -> embed.setThumbnail(picture.url());
                case CARD, EMBED -> embed.setImage(picture.url());
            }
        });
    }

    /** First the stories by their numbers, then the actions. */
    private List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>(buttons.numbers(
                page.blocks().stream()
                        .filter(Page.Story.class::isInstance)
                        .map(b -> ((Page.Story) b).open())
                        .toList(),
                used));
        List<ActionRow> menus = PickMenus.rows(page.picks());
        List<ActionRow> below = buttons.rows(page.actions(), manner.share(), used);
        // Five rows at most; the way on is needed more than the last menu.
        menus.stream().limit(Math.max(0, ROWS - rows.size() - below.size())).forEach(rows::add);
        rows.addAll(below);
        if (manner.mark().isPresent() && !rows.isEmpty()) {
            rows.set(0, rows.getFirst().withUniqueId(manner.mark().getAsInt()));
        }
        return rows;
    }
}
