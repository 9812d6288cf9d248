package news.lede.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.components.utils.ComponentIterator;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import news.lede.discord.Markdown.Line;
import news.lede.discord.Markdown.Style;
import news.lede.discord.Page.Picture;
import news.lede.subscription.Channel;

/**
 * Draws a page as components of version 2: a box with a coloured edge, a section with a button for each of several stories as long as there are components left, and below
 * it the buttons of the answer.
 */
final class BoxDrawing {
    /** One of Discord's 40 is kept for the line that says who shared it. */
    private static final int COMPONENTS = 39;
    /** The box, the text behind the sections, the footer. */
    private static final int FRAME = 3;
    /** A section, its text and its button or picture. */
    private static final int SECTION = 3;

    private static final String BLANK = "…";

    private final Page page;
    private final Manner manner;
    private final Buttons buttons;
    private final Set<String> used = new HashSet<>();
    private final List<ContainerChildComponent> parts = new ArrayList<>();
    private StringJoiner text = new StringJoiner("\n");

    BoxDrawing(Page page, Manner manner, Buttons buttons) {
        this.page = page;
        this.manner = manner;
        this.buttons = buttons;
    }

    MessageCreateBuilder draw() {
        head();
        List<ActionRow> rows = new ArrayList<>(PickMenus.rows(page.picks()));
        rows.addAll(buttons.rows(page.actions(), manner.share(), used));
        int left = COMPONENTS - FRAME - size(parts) - size(rows);
        boolean grouped = false;
        for (Page.Block block : page.blocks()) {
            switch (block) {
                case Page.Text(List<Line> lines) -> add(lines);
                case Page.Group(String heading, List<Line> lines, boolean apart) -> {
                    if (apart) {
                        flush();
                        parts.add(Separator.createDivider(Separator.Spacing.SMALL));
                    }
                    if (heading.isBlank() && grouped) {
                        text.add("");
                    }
                    grouped = true;
                    add(List.of(PageMaker.heading(heading)));
                    add(lines);
                }
                case Page.Story(List<Line> lines, var open) -> {
                    int needed = SECTION + (text.length() > 0 ? 1 : 0);
                    Optional<Button> button = left >= needed ? buttons.one(open, used) : Optional.empty();
                    if (button.isEmpty()) {
                        add(lines);
                    } else {
                        flush();
                        left -= needed;
                        add(lines);
                        parts.add(Section.of(button.get(), TextDisplay.of(taken())));
                    }
                }
            }
        }
        flush();
        flushHead();
        page.footer()
                .map(f -> MarkdownWriter.write(Markdown.line(Style.SMALL, Markdown.plain(f))))
                .ifPresent(f -> parts.add(TextDisplay.of(f)));
        parts.addAll(rows);
        Container box = Container.of(parts).withAccentColor(page.edge());
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(
                        manner.mark().isPresent()
                                ? box.withUniqueId(manner.mark().getAsInt())
                                : box);
    }

    /** With all that they are made of. */
    private static int size(List<? extends Component> components) {
        return (int) ComponentIterator.createStream(components).count();
    }

    private void head() {
        if (!manner.call().isEmpty()) {
            text.add(manner.call());
        }
        add(page.head().lines());
        Optional<Picture> picture = page.head().picture();
        if (picture.isEmpty() || manner.style() == Channel.Style.HEADLINES) {
            // What stands below goes on in the same text.
            return;
        }
        TextDisplay title = TextDisplay.of(taken());
        if (manner.style() == Channel.Style.COMPACT) {
            Thumbnail beside = Thumbnail.fromUrl(picture.get().url());
            parts.add(Section.of(beside.withDescription(picture.get().words()), title));
        } else {
            parts.add(title);
            MediaGalleryItem below = MediaGalleryItem.fromUrl(picture.get().url());
            parts.add(MediaGallery.of(below.withDescription(picture.get().words())));
        }
    }

    private void add(List<Line> lines) {
        lines.stream().map(MarkdownWriter::write).filter(l -> !l.isEmpty()).forEach(text::add);
    }

    /** What was collected, which is never nothing. */
    private String taken() {
        String collected = text.toString().strip();
        text = new StringJoiner("\n");
        return collected.isEmpty() ? BLANK : collected;
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(TextDisplay.of(taken()));
        }
    }

    /** A message is never without a text. */
    private void flushHead() {
        if (parts.isEmpty()) {
            parts.add(TextDisplay.of(taken()));
        }
    }
}
