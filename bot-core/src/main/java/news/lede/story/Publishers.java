package news.lede.story;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.article.Article;
import news.lede.article.ReportId;

/**
 * Who counts as one publisher. Articles of one family are told by one; the host of the address says more than the display name and is looked at first. Immutable.
 */
public final class Publishers {
    /** Every publisher stands for itself. */
    public static final Publishers UNRELATED = new Publishers(List.of());

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final String NAMELESS = "host ";
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}+]+");

    private final Map<String, String> byHost = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    public Publishers(Collection<PublisherFamily> families) {
        for (PublisherFamily family : families) {
            family.hosts().forEach(host -> byHost.put(host(host), family.name()));
            family.names().forEach(name -> byName.put(folded(name), family.name()));
        }
    }

    /**
     * Somebody who told a story in words of their own.
     *
     * @param names of the publishers, the first to tell first; empty when nobody says who it was
     * @param since when the first of their articles was published
     */
    public record Voice(List<String> names, Instant since) {
        public Voice {
            names = List.copyOf(names);
        }
    }

    /**
     * The independent publishers of {@code articles}, given oldest first; at least one, the first to tell first. Whoever carries a report that somebody else had
     * before adds nothing, and of one family all are one. Articles of which only the host is known count when nobody is named, others without a publisher when there are no others at all.
     */
    public List<Voice> voices(List<Article> articles) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Map<String, Instant> since = new HashMap<>();
        Set<ReportId> told = new HashSet<>();
        for (Article article : articles) {
            Optional<String> key = key(article);
            if (key.isEmpty()) {
                continue;
            }
            boolean own = told.add(article.report());
            if (own && since.putIfAbsent(key.get(), article.published()) == null) {
                names.put(key.get(), new LinkedHashSet<>());
            }
            Set<String> family = names.get(key.get());
            if (family != null) {
                family.add(name(article));
            }
        }
        // Whose page it was that carried an article without a name, nobody can say: it may have taken it from the
        // others.
        if (names.keySet().stream().anyMatch(key -> !isNameless(key))) {
            names.keySet().removeIf(Publishers::isNameless);
        }
        List<Voice> voices = new ArrayList<>();
        names.forEach(
                (key, family) -> voices.add(new Voice(List.copyOf(family), since.getOrDefault(key, Instant.EPOCH))));
        return voices.isEmpty()
                ? List.of(new Voice(List.of(), articles.getFirst().published()))
                : List.copyOf(voices);
    }

    /** What all articles of one publisher have in common, and no article of another. */
    private Optional<String> key(Article article) {
        Optional<String> host = article.url().map(URI::getHost).map(Publishers::host);
        Optional<String> name = article.publisher().map(Publishers::folded).filter(folded -> !folded.isEmpty());
        Optional<String> family = host.flatMap(this::familyOfHost)
                // Some sites call themselves by their address.
                .or(() -> article.publisher().map(Publishers::host).flatMap(this::familyOfHost))
                .or(() -> name.map(byName::get));
        return family.map(known -> "family " + known)
                .or(() -> name.map(own -> "name " + own))
                .or(() -> host.map(own -> NAMELESS + own));
    }

    private static boolean isNameless(String key) {
        return key.startsWith(NAMELESS);
    }

    private static String name(Article article) {
        return article.publisher()
                .orElseGet(() ->
                        article.url().map(URI::getHost).map(Publishers::host).orElse(""));
    }

    private Optional<String> familyOfHost(String host) {
        String rest = host;
        while (rest.indexOf('.') > 0) {
            String family = byHost.get(rest);
            if (family != null) {
                return Optional.of(family);
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** A host without what says nothing: case, {@code www}, a full stop at the end. */
    public static String host(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return bare.startsWith("www.") ? bare.substring(4) : bare;
    }

    /** A name without what writers leave out at will: case, accents, signs, an article before it. */
    public static String folded(String name) {
        String words = isAscii(name) ? foldedAscii(name) : foldedAny(name);
        return words.startsWith("the ") ? words.substring(4) : words;
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }

    /** The same as {@link #foldedAny}, for most names and in a tenth of the time. */
    private static String foldedAscii(String name) {
        StringBuilder words = new StringBuilder(name.length());
        boolean gap = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+') {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(Character.toLowerCase(c));
                gap = false;
            } else {
                gap = true;
            }
        }
        return words.toString();
    }

    private static String foldedAny(String name) {
        String unmarked =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return GAPS.matcher(unmarked.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
