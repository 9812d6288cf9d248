package news.lede.feed;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Gathers what an entry shows and attaches. The picture of an entry is, first found: a thumbnail, a picture among the media, that of the podcast, an enclosed
 * picture, the entry's own image element, the first picture in its text that is larger than a counting pixel. For one thread.
 */
final class Media {
    private static final Pattern IMG = Pattern.compile("<img\\b[^>]{0,4000}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?i)\\s(src|data-src|width|height)\\s{0,3}=\\s{0,3}(?:\"([^\"]{0,3000})\"|'([^']{0,3000})'|([^\\s\"'>]{1,3000}))");
    private static final Pattern PICTURE_NAME = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif)$");
    private static final int MOST = 1_000;
    private static final int TEXT_LOOKED_AT = 16 * 1024;

    private final Links links;
    private final Set<URI> enclosures = new LinkedHashSet<>();
    private final Set<URI> thumbnails = new LinkedHashSet<>();
    private final Set<URI> pictures = new LinkedHashSet<>();
    private final Set<URI> others = new LinkedHashSet<>();

    private static final Pattern SPECK = Pattern.compile("\\s*0*[0-3](?:px)?\\s*");

    Media(Links links) {
        this.links = links;
    }

    /** Reads the elements of an RSS item, an Atom entry, or a channel. */
    Media read(Fields entry) {
        fromMediaRss(entry);
        entry.all(Space.ITUNES, "image").forEach(i -> {
            add(pictures, links.attribute(i, "href"));
            add(pictures, links.attribute(i, "url"));
        });
        entry.all(Space.FEED, "enclosure")
                .forEach(e ->
                        enclosure(links.attribute(e, "url").or(() -> links.attribute(e, "href")), e.attr("type")));
        for (Space space : new Space[] {Space.FEED, Space.ATOM}) {
            for (Element link : entry.all(space, "link")) {
                if (link.attr("rel").strip().equalsIgnoreCase("enclosure")) {
                    enclosure(links.resolve(href(link), link), link.attr("type"));
                }
            }
        }
        entry.all(Space.FEED, "image").forEach(i -> add(pictures, imageElement(entry, i)));
        return this;
    }

    /** The address of a link, in its attribute or, by mistake, between its tags. */
    static String href(Element link) {
        return link.hasAttr("href") ? link.attr("href") : Fields.text(link);
    }

    private Optional<URI> imageElement(Fields entry, Element image) {
        Fields fields = entry.of(image);
        return fields.text(Space.FEED, "url")
                .or(() -> Optional.of(image.attr("href")).filter(h -> !h.isEmpty()))
                .or(() -> Optional.of(image.attr("url")).filter(h -> !h.isEmpty()))
                .or(() -> Optional.of(Fields.text(image)).filter(t -> t.contains("/") && !Fields.hasElements(image)))
                .flatMap(u -> links.resolve(u, image));
    }

    private void fromMediaRss(Fields holder) {
        for (Element element : holder.all(Space.MEDIA)) {
            switch (element.tag().localName()) {
                case "thumbnail" -> add(thumbnails, thumbnail(element));
                case "content" -> {
                    Optional<URI> address = links.attribute(element, "url");
                    add(isPicture(element, address) ? pictures : others, address);
                    fromMediaRssInside(holder.of(element));
                }
                case "group" -> fromMediaRssInside(holder.of(element));
                default -> {}
            }
        }
    }

    /** One or two levels: a group holds contents, a content its thumbnails. */
    private void fromMediaRssInside(Fields holder) {
        for (Element element : holder.all(Space.MEDIA)) {
            switch (element.tag().localName()) {
                case "thumbnail" -> add(thumbnails, thumbnail(element));
                case "content" -> {
                    Optional<URI> address = links.attribute(element, "url");
                    add(isPicture(element, address) ? pictures : others, address);
                    holder.of(element).all(Space.MEDIA, "thumbnail").forEach(t -> add(thumbnails, thumbnail(t)));
                }
                default -> {}
            }
        }
    }

    private Optional<URI> thumbnail(Element element) {
        return isSpeck(element) ? Optional.empty() : thumbnailAddress(element);
    }

    /** What counts readers is a picture of a point or two. */
    private static boolean isSpeck(Element element) {
        return SPECK.matcher(element.attr("width")).matches()
                || SPECK.matcher(element.attr("height")).matches();
    }

    private Optional<URI> thumbnailAddress(Element element) {
        return links.attribute(element, "url").or(() -> links.resolve(Fields.text(element), element));
    }

    private static boolean isPicture(Element content, Optional<URI> address) {
        String medium = content.attr("medium");
        String type = content.attr("type");
        return !isSpeck(content)
                && (medium.equalsIgnoreCase("image")
                        || isPicture(type)
                        || medium.isEmpty() && type.isEmpty() && hasPictureName(address));
    }

    private static boolean isPicture(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("image");
    }

    private static boolean hasPictureName(Optional<URI> address) {
        return address.map(URI::getRawPath)
                .filter(p -> PICTURE_NAME.matcher(p).find())
                .isPresent();
    }

    /** Something attached to the entry. */
    void enclosure(Optional<URI> address, String type) {
        add(enclosures, address);
        if (isPicture(type) || type.isEmpty() && hasPictureName(address)) {
            add(pictures, address);
        }
    }

    void picture(Optional<URI> address) {
        add(pictures, address);
    }

    private static void add(Set<URI> to, Optional<URI> address) {
        if (address.isPresent() && to.size() < MOST) {
            to.add(address.get());
        }
    }

    List<URI> enclosures() {
        return List.copyOf(enclosures);
    }

    /** The picture of the entry; those in {@code html} come last. {@code at}: where the text stands, for relative addresses. */
    Optional<URI> image(String html, Element at) {
        return image().or(() -> inText(html, h -> links.resolve(h, at)));
    }

    /** The picture that stands outside the text. */
    Optional<URI> image() {
        return thumbnails.stream().findFirst().or(() -> pictures.stream().findFirst());
    }

    List<URI> all() {
        Set<URI> all = new LinkedHashSet<>(pictures);
        all.addAll(thumbnails);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** The first picture in a text that is meant to be seen. */
    static Optional<URI> inText(String html, Function<String, Optional<URI>> resolver) {
        if (html.indexOf("<i") < 0 && html.indexOf("<I") < 0) {
            return Optional.empty();
        }
        Matcher img = IMG.matcher(html.length() > TEXT_LOOKED_AT ? html.substring(0, TEXT_LOOKED_AT) : html);
        while (img.find()) {
            String source = "";
            boolean pixel = false;
            Matcher attribute = ATTRIBUTE.matcher(img.group());
            while (attribute.find()) {
                String value = value(attribute);
                switch (attribute.group(1).toLowerCase(Locale.ROOT)) {
                    case "src" -> source = value.startsWith("data:") ? source : value;
                    case "data-src" -> source = source.isEmpty() ? value : source;
                    default -> pixel |= SPECK.matcher(value).matches();
                }
            }
            Optional<URI> address = pixel || source.isBlank()
                    ? Optional.empty()
                    : resolver.apply(Parser.unescapeEntities(source, true));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group);
            }
        }
        return "";
    }
}
