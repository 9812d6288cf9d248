package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Finds who wrote an article. A person stated anywhere goes before a name that may be a house's or a system's, and that before the publisher itself; among equals
 * JSON-LD goes before {@code meta}, marked elements near the headline and lines like "By Ada Quill". Immutable.
 */
final class AuthorFinder {
    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "og:author",
            "og:article:author",
            "citation_author",
            "cxenseparse:author",
            "article:author_name",
            "article.author",
            "twitter:creator:name",
            "shareaholic:article_author_name",
            "vr:author",
            "rbauthors",
            "authors",
            "creator",
            "article_author",
            "content-author",
            "news_author");
    private static final List<String> AUTHOR_PATHS = List.of(
            "/author/",
            "/authors/",
            "/autor/",
            "/autoren/",
            "/autores/",
            "/auteur/",
            "/auteurs/",
            "/autori/",
            "/journalist/",
            "/journalists/",
            "/staff/",
            "/contributor/",
            "/contributors/",
            "/writer/",
            "/writers/",
            "/reporter/",
            "/reporters/",
            "/redaktion/",
            "/byline/",
            "author=");
    /** So far from the headline, in characters, a byline may stand. */
    private static final int NEAR = 1_500;

    private static final int LONGEST_BYLINE = 140;
    private static final int MOST_MARKS = 60;
    private static final int MOST_AUTHORS = 8;

    private final Set<String> names = new HashSet<>(Resources.lines("author-names.txt"));
    private final Byline byline = new Byline();

    private record Candidate(List<String> texts, Place place) {}

    Optional<Fact<String>> find(
            Metas metas,
            JsonLd jsonLd,
            Optional<JsonNode> article,
            Supplier<Outline> outline,
            Optional<String> publisher) {
        List<Candidate> stated = new ArrayList<>();
        article.map(a -> jsonLd.names(a, "author")).ifPresent(n -> stated.add(new Candidate(n, Place.STRUCTURED_DATA)));
        METAS.forEach(m -> stated.add(new Candidate(metas.all(m), Place.META)));
        stated.add(new Candidate(labelled(metas), Place.META));
        Optional<Fact<String>> person = persons(stated, publisher);
        if (person.isPresent()) {
            return person;
        }
        List<Candidate> marked = new ArrayList<>();
        return marked(outline.get(), marked, publisher)
                .or(() -> persons(lines(outline.get()), publisher))
                .or(() -> names(stated, publisher))
                .or(() -> farAway(outline.get(), publisher))
                .or(() -> names(marked, publisher))
                .or(() -> names(stated, Optional.empty()));
    }

    /** Cards for messengers name the author under a label: {@code twitter:label1} "Written by", {@code twitter:data1} the name. */
    private List<String> labelled(Metas metas) {
        return Stream.of("1", "2", "3")
                .filter(n -> metas.first("twitter:label" + n)
                        .filter(l -> byline.begins(l + " "))
                        .isPresent())
                .flatMap(n -> metas.first("twitter:data" + n).stream())
                .toList();
    }

    private Optional<Fact<String>> persons(List<Candidate> candidates, Optional<String> publisher) {
        for (Candidate candidate : candidates) {
            Set<String> persons = new LinkedHashSet<>();
            for (String text : candidate.texts()) {
                byline.persons(text).stream()
                        .filter(p -> !isPublisher(p, publisher))
                        .forEach(persons::add);
            }
            if (!persons.isEmpty()) {
                return Optional.of(new Fact<>(String.join(", ", persons), candidate.place()));
            }
        }
        return Optional.empty();
    }

    private Optional<Fact<String>> names(List<Candidate> candidates, Optional<String> publisher) {
        for (Candidate candidate : candidates) {
            List<String> found = candidate.texts().stream()
                    .flatMap(t -> byline.name(t).stream())
                    .filter(n -> !isPublisher(n, publisher))
                    .distinct()
                    .limit(4)
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(new Fact<>(String.join(", ", found), candidate.place()));
            }
        }
        return Optional.empty();
    }

    private static boolean isPublisher(String name, Optional<String> publisher) {
        return publisher.map(p -> p.strip().equalsIgnoreCase(name)).orElse(false);
    }

    /** The persons of the nearest element that is marked as a byline and names any; those passed by are added to {@code seen}. */
    private Optional<Fact<String>> marked(Outline outline, List<Candidate> seen, Optional<String> publisher) {
        for (Element element : outline.elementsWithin(NEAR)) {
            List<String> texts = isMarked(element) ? texts(element) : List.of();
            if (texts.isEmpty()) {
                continue;
            }
            Candidate candidate = new Candidate(withSiblings(element, texts), Place.MARKUP);
            Optional<Fact<String>> persons = persons(List.of(candidate), publisher);
            if (persons.isPresent()) {
                return persons;
            }
            seen.add(candidate);
        }
        return Optional.empty();
    }

    /** Several authors often stand side by side, each in an element of its own. */
    private List<String> withSiblings(Element element, List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        for (Element next = element.nextElementSibling();
                next != null && all.size() < MOST_AUTHORS;
                next = next.nextElementSibling()) {
            if (isMarked(next)) {
                all.addAll(texts(next));
            }
        }
        return all;
    }

    /** The one person whom bylines far from the headline name, as in a box below the text; where there are several, they wrote other articles. */
    private Optional<Fact<String>> farAway(Outline outline, Optional<String> publisher) {
        List<Fact<String>> persons = outline.nearestElements().stream()
                .filter(this::isMarked)
                .limit(MOST_MARKS)
                .flatMap(e -> persons(List.of(new Candidate(texts(e), Place.MARKUP)), publisher).stream())
                .distinct()
                .toList();
        return persons.size() == 1 ? Optional.of(persons.getFirst()) : Optional.empty();
    }

    /** Lines near the headline that begin as a byline does, or stand under a line that is only the beginning of one. */
    private List<Candidate> lines(Outline outline) {
        List<Outline.Line> lines = outline.inOrder();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Outline.Line line = lines.get(i);
            if (outline.distance(line) <= NEAR && line.text().length() <= LONGEST_BYLINE) {
                boolean labelled = i > 0 && byline.isLabel(lines.get(i - 1).text());
                (labelled ? Optional.of(line.text()) : line(line.text()))
                        .ifPresent(t -> candidates.add(new Candidate(List.of(t), Place.VISIBLE)));
            }
        }
        return candidates;
    }

    /** The part of a line that names an author: behind a word like "by" at its start, or behind one that follows a date. */
    private Optional<String> line(String line) {
        if (byline.begins(line)) {
            return Optional.of(line);
        }
        return DatesInText.first(line, true).flatMap(date -> {
            int at = line.toLowerCase(Locale.ROOT).indexOf(" by ", date.end());
            return at < 0 ? Optional.empty() : Optional.of(line.substring(at + 1));
        });
    }

    private boolean isMarked(Element element) {
        if (element.attr("itemprop").equals("author") || element.attr("rel").equals("author")) {
            return true;
        }
        if (element.normalName().equals("a")) {
            String target = element.attr("href").toLowerCase(Locale.ROOT);
            Element parent = element.parent();
            if (AUTHOR_PATHS.stream().anyMatch(target::contains)
                    && (parent == null || parent.text().length() <= LONGEST_BYLINE)) {
                return true;
            }
        }
        return isNamed(element.className());
    }

    private boolean isNamed(String classes) {
        return ClassNames.words(classes).stream()
                .anyMatch(n -> n.stream().anyMatch(names::contains) && !n.contains("comment"));
    }

    /** The texts of a marked element: of each of its parts when at least two of them are persons' names, else of the whole. */
    private List<String> texts(Element element) {
        String whole = Spaces.single(element.text());
        if (whole.isEmpty() || whole.length() > LONGEST_BYLINE) {
            return List.of();
        }
        List<String> parts = element.selectStream("*")
                .flatMap(e -> e.textNodes().stream())
                .map(TextNode::text)
                .map(Spaces::single)
                .filter(t -> byline.persons(t).size() > 0)
                .toList();
        return parts.size() > 1 || byline.persons(whole).isEmpty() && !parts.isEmpty() ? parts : List.of(whole);
    }
}
