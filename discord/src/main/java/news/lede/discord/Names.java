package news.lede.discord;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;

/**
 * What commands and options are called in a reader's menus. Discord shows them in the language of whoever types, so what we say of commands has to use the same names. The
 * platform itself always tells us the names of the core.
 */
final class Names {
    /** A command within a sentence; not the end of an address or of a path. */
    private static final Pattern MENTIONED =
            Pattern.compile("(?<![\\p{L}\\p{N}/.:_-])/([a-z][a-z0-9_]{0,31})(?![\\p{L}\\p{N}/_])");

    private final ResourceBundle bundle;

    private Names(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static Names in(Locale locale) {
        return new Names(ResourceBundle.getBundle(
                "news.lede.discord.names",
                Texts.in(locale).locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    Optional<String> command(String name) {
        return find("command." + name);
    }

    Optional<String> option(String name) {
        return find("option." + name);
    }

    private Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** {@code answer} with the commands that our own words name called as in menus. What is quoted from the news stays as it is. */
    Answer in(Answer answer) {
        return switch (answer) {
            case Answer.Notice notice ->
                new Answer.Notice(said(notice.title()), said(notice.text()), notice.actions(), notice.enclosure());
            case Listing listing
            when listing.kind() != Listing.Kind.FORM ->
                new Listing(
                        listing.kind(),
                        listing.title(),
                        listing.sections().stream().map(this::section).toList(),
                        listing.picks(),
                        listing.actions(),
                        listing.footer().map(this::said));
            case Listing _, Answer.StoryList _, Answer.StoryCard _, Answer.Briefing _, Answer.Account _ -> answer;
        };
    }

    private Listing.Section section(Listing.Section section) {
        return new Listing.Section(
                section.heading(),
                section.lines().stream()
                        .map(line -> new Listing.Line(said(line.name()), said(line.text())))
                        .toList());
    }

    /** A text of ours with its commands called as in menus. */
    String said(String text) {
        return MENTIONED
                .matcher(text)
                .replaceAll(
                        m -> Matcher.quoteReplacement("/" + command(m.group(1)).orElse(m.group(1))));
    }
}
