package news.lede.belongings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import news.lede.belongings.CommunityFile.About;
import news.lede.belongings.CommunityFile.Grant;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Right;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.belongings.CommunityFile.Wanted;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.text.Language;
import news.lede.topic.TopicJson;

/** Writes a community as JSON, in the form of {@code docs/community-file.md}; {@link CommunityJsonReader} reads it. Mapped by hand, so that renaming a component cannot silently change the file. */
public final class CommunityJson {
    /** What tells the file from any other. */
    public static final String FORMAT = "lede-community";
    /** Raised with each change that an older Lede would misunderstand. */
    public static final int VERSION = 1;

    static final ObjectMapper JSON = new ObjectMapper();

    private CommunityJson() {}

    /** The whole file, a line for each value. */
    public static String write(CommunityFile file) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode community = community(file);
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("exported", file.exported().toString());
        json.put("checksum", checksum(community));
        json.set("community", community);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers is always JSON", e);
        }
    }

    /** Of what stands under {@code community}, without regard to spaces and line ends. */
    static String checksum(JsonNode community) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(community.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ObjectNode community(CommunityFile file) {
        ObjectNode json = JSON.createObjectNode();
        json.put("platform", file.platform());
        json.put("key", file.key());
        json.put("title", file.title());
        if (!file.language().equals(Language.UNKNOWN)) {
            json.put("language", file.language().code());
        }
        json.put("zone", file.zone().getId());
        ArrayNode packs = json.putArray("packs");
        file.packs().forEach(pack -> sources(packs.addObject().put("name", pack.name()), pack.sources()));
        sources(json, file.sources());
        ArrayNode topics = json.putArray("topics");
        file.topics()
                .forEach(topic ->
                        topics.addObject().put("name", topic.id().value()).set("definition", TopicJson.node(topic)));
        ArrayNode places = json.putArray("places");
        file.places().forEach(place -> place(places.addObject(), place));
        ArrayNode grants = json.putArray("grants");
        file.grants().forEach(grant -> grant(grants.addObject(), grant));
        ArrayNode retracted = json.putArray("retracted");
        file.retracted().forEach(link -> retracted.add(link.toString()));
        return json;
    }

    private static void sources(ObjectNode json, List<OwnSource> sources) {
        ArrayNode list = json.putArray("sources");
        sources.forEach(source -> source(list.addObject(), source));
    }

    private static void source(ObjectNode json, OwnSource source) {
        json.put("kind", word(source.kind())).put("address", source.address()).put("title", source.title());
    }

    private static void place(ObjectNode json, Spot place) {
        json.put("number", place.number());
        json.put("chat", place.chat());
        place.thread().ifPresent(thread -> json.put("thread", thread));
        channel(json.putObject("channel"), place.channel());
        ArrayNode subscriptions = json.putArray("subscriptions");
        place.subscriptions().forEach(wanted -> wanted(subscriptions.addObject(), wanted));
        ArrayNode told = json.putArray("told");
        place.told().forEach(story -> {
            ObjectNode one = told.addObject();
            one.put("at", story.at().toString());
            one.put("title", story.title());
            ArrayNode links = one.putArray("links");
            story.links().forEach(link -> links.add(link.toString()));
        });
    }

    private static void channel(ObjectNode json, Channel channel) {
        channel.budget().ifPresent(budget -> json.put("budget", budget));
        channel.quiet()
                .ifPresent(quiet -> json.putObject("quiet")
                        .put("from", quiet.from().toString())
                        .put("until", quiet.until().toString()));
        json.put("silent", word(channel.silence()));
        channel.mention().ifPresent(role -> json.put("mention", role));
        json.put("style", word(channel.style()));
        channel.pausedUntil().ifPresent(until -> json.put("paused_until", until.toString()));
        json.put("crosspost", channel.handedOn());
        // Came later than the first files: absent in them, and where nobody chose it.
        if (channel.oldNews()) {
            json.put("old_news", true);
        }
        if (channel.reports()) {
            json.put("reports", true);
        }
    }

    private static void wanted(ObjectNode json, Wanted wanted) {
        switch (wanted.about()) {
            case About.OfTopic(String name) -> json.put("topic", name);
            case About.OfWords(String words) -> json.put("words", words);
            case About.OfSource(OwnSource source) -> source(json.putObject("source"), source);
            case About.Everything() -> json.put("everything", true);
        }
        if (!wanted.filter().isEmpty()) {
            json.put("filter", wanted.filter());
        }
        ArrayNode languages = json.putArray("languages");
        wanted.languages().stream().map(Language::code).sorted().forEach(languages::add);
        json.put("least", wanted.least());
        switch (wanted.cadence()) {
            case Cadence.Instantly() -> json.put("when", "now");
            case Cadence.ByDigest digest ->
                json.put("when", "digest")
                        .put("schedule", DigestSchedule.write(digest))
                        .put("zone", digest.zone().getId());
        }
        wanted.pausedUntil().map(Instant::toString).ifPresent(until -> json.put("paused_until", until));
    }

    private static void grant(ObjectNode json, Grant grant) {
        json.put("person", grant.person().toString());
        switch (grant.right()) {
            case Right.Everywhere(var role) -> json.put("role", word(role));
            case Right.OfTopic(String topic) -> json.put("topic", topic);
            case Right.OfPlace(int place) -> json.put("place", place);
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
