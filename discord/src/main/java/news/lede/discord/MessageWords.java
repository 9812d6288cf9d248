package news.lede.discord;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import news.lede.answer.Display;

/** What a message says that its menu was used on: its links, and its words without them. */
record MessageWords(List<String> links, String words) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>()\\[\\]\"]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile("<[^>]*>|[*_~`|\\\\#>]");
    private static final Pattern LAST_POINT = Pattern.compile("[.,;:!?]+$");
    /** As many as people look for; the news desk reads no more anyway. */
    private static final int MAX_CHARS = 300;

    static MessageWords of(Message message) {
        List<String> texts = new ArrayList<>();
        texts.add(message.getContentRaw());
        message.getEmbeds().forEach(e -> {
            texts.add(e.getUrl() == null ? "" : e.getUrl());
            texts.add(e.getTitle() == null ? "" : e.getTitle());
        });
        if (message.isUsingComponentsV2()) {
            message.getComponentTree().findAll(TextDisplay.class).forEach(t -> texts.add(t.getContent()));
        }
        return of(String.join(" ", texts));
    }

    static MessageWords of(String text) {
        Set<String> links = new LinkedHashSet<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            links.add(LAST_POINT.matcher(link.group()).replaceFirst(""));
        }
        String words = MARKS.matcher(link.replaceAll(" ")).replaceAll(" ");
        return new MessageWords(List.copyOf(links), Display.brief(words, MAX_CHARS));
    }
}
