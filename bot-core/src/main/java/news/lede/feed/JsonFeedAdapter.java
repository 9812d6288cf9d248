package news.lede.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.text.WebAddress;
import org.jsoup.parser.Parser;

/**
 * Maps JSON Feed 1.x to our words. Reads token by token and keeps numbers as they are written, so neither depth nor a number of a million digits costs more than its characters.
 * What breaks off or goes wrong in the middle gives the entries before it.
 */
final class JsonFeedAdapter {
    /** Deeper than any feed; each level costs memory. */
    private static final int DEEPEST = 2_000;

    /** Of a flood the newest are kept; further than this it is not looked at. */
    private static final int MOST_ITEMS = 10 * Newest.MOST;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Optional<URI> address;

    private boolean isFeed;
    private boolean hasItems;
    private String title = "";
    private String description = "";
    private Optional<String> language = Optional.empty();
    private Optional<URI> home = Optional.empty();
    private Optional<URI> self = Optional.empty();
    private Optional<URI> icon = Optional.empty();
    private Optional<URI> favicon = Optional.empty();
    private final List<String> authors = new ArrayList<>();
    private final List<URI> hubs = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    JsonFeedAdapter(Optional<URI> address) {
        this.address = address;
    }

    /** One item; its builder is complete but for the author, who may stand in the feed after it. */
    private record Item(Entry.Builder facts, List<String> authors, Optional<Instant> date) {}

    ParsedFeed map(String json) {
        try (JsonParser in = FACTORY.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return new ParsedFeed.NotAFeed("it is JSON, but no JSON Feed");
            }
            feed(in);
        } catch (IOException e) {
            if (items.isEmpty()) {
                return new ParsedFeed.NotAFeed("it is broken JSON");
            }
        }
        if (!isFeed && !hasItems) {
            return new ParsedFeed.NotAFeed("it is JSON, but no JSON Feed");
        }
        Optional<String> common = Authors.join(authors);
        List<Entry.Builder> entries = new ArrayList<>();
        for (Item item : Newest.of(items, Item::date)) {
            entries.add(item.facts().author(Authors.join(item.authors()).or(() -> common)));
        }
        return new ParsedFeed.Feed(
                title,
                description,
                home,
                icon.or(() -> favicon),
                language,
                self,
                hubs,
                PollWishes.NONE,
                EntryKeys.assign(entries));
    }

    private void feed(JsonParser in) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "version" -> isFeed |= Json.text(in).contains("jsonfeed.org/version");
                case "title" -> title = title(Json.text(in));
                case "description" -> description = title(Json.text(in));
                case "language" -> language = CleanText.someLine(Json.text(in));
                case "home_page_url" -> home = address(Json.text(in));
                case "feed_url" -> self = address(Json.text(in));
                case "icon" -> icon = address(Json.text(in));
                case "favicon" -> favicon = address(Json.text(in));
                case "author", "authors" -> authors(in, authors);
                case "hubs" ->
                    Json.objects(in, f -> address(f.getOrDefault("url", "")).ifPresent(hubs::add));
                case "items" -> items(in);
                default -> in.skipChildren();
            }
        }
    }

    private void items(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        hasItems = true;
        while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
            if (in.currentToken() == JsonToken.START_OBJECT && items.size() < MOST_ITEMS) {
                item(in);
            } else {
                in.skipChildren();
            }
        }
    }

    private void item(JsonParser in) throws IOException {
        Entry.Builder facts = Entry.builder();
        List<String> names = new ArrayList<>();
        Media media = new Media(new Links(address, false));
        Set<String> tags = new LinkedHashSet<>();
        String id = "";
        String url = "";
        String external = "";
        String text = "";
        String html = "";
        String published = "";
        String updated = "";
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "id" -> id = Json.text(in);
                case "url" -> url = Json.text(in);
                case "external_url" -> external = Json.text(in);
                case "title" -> facts.title(title(Json.text(in)));
                case "summary" -> facts.summary(Markup.shown(Json.text(in)));
                case "content_text" -> text = Json.text(in);
                case "content_html" -> html = Json.text(in);
                case "date_published" -> published = Json.text(in);
                case "date_modified" -> updated = Json.text(in);
                case "image", "banner_image" -> media.picture(address(Json.text(in)));
                case "author", "authors" -> authors(in, names);
                case "tags" -> Json.strings(in, t -> Categories.add(tags, t));
                case "attachments" -> attachments(in, media);
                default -> in.skipChildren();
            }
        }
        String outside = external;
        String own = id;
        facts.id(CleanText.someLine(id))
                .link(address(url).or(() -> WebAddress.absolute(own)).or(() -> address(outside)))
                .content(html.isBlank() ? Markup.shown(text) : CleanText.html(html))
                .published(Moments.read(published))
                .updated(Moments.read(updated))
                .enclosures(media.enclosures())
                .media(media.all())
                .categories(List.copyOf(tags))
                .image(media.image().or(() -> Media.inText(facts.html(), h -> address(h))));
        items.add(new Item(facts, names, Moments.read(published)));
    }

    private void attachments(JsonParser in, Media media) throws IOException {
        Json.objects(
                in,
                fields ->
                        media.enclosure(address(fields.getOrDefault("url", "")), fields.getOrDefault("mime_type", "")));
    }

    /** A person, or a list of them; some write the bare name. */
    private static void authors(JsonParser in, List<String> names) throws IOException {
        if (in.currentToken().isScalarValue()) {
            names.add(Json.text(in));
            return;
        }
        Json.objects(in, fields -> names.add(fields.getOrDefault("name", "")));
    }

    /** Plain text by the standard; entities in it are a common slip of the programs that write feeds. */
    private static String title(String written) {
        return CleanText.line(
                written.indexOf('&') < 0 ? written : Parser.unescapeEntities(CleanText.head(written), false));
    }

    private Optional<URI> address(String written) {
        return written.isEmpty() ? Optional.empty() : WebAddress.resolve(address, written);
    }
}
