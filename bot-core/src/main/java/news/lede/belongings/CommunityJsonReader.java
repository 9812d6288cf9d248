package news.lede.belongings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.belongings.CommunityFile.About;
import news.lede.belongings.CommunityFile.Grant;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Pack;
import news.lede.belongings.CommunityFile.Right;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.belongings.CommunityFile.ToldStory;
import news.lede.belongings.CommunityFile.Wanted;
import news.lede.belongings.JsonFields.Fault;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.opml.SourceAddress;
import news.lede.source.SourceKind;
import news.lede.subscription.Budget;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Filter;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import news.lede.topic.TopicJson;

/** Reads the file of a community, whole or not at all. Pure. */
public final class CommunityJsonReader {
    /** More than a community of many years fills. */
    public static final int MOST_BYTES = 64 << 20;

    /** Every day at thirty times. */
    private static final int MOST_SCHEDULE_CHARS = 220;

    private static final int MOST_PLACES = 2_000;
    /** No app lets anybody type more into a command. */
    private static final int MOST_WORDS_CHARS = 6_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:_-]{1,64}");

    private CommunityJsonReader() {}

    /** What came of reading a file. */
    public sealed interface Result {
        record Read(CommunityFile file) implements Result {}

        /** It is something else, or written by something else. */
        record Foreign() implements Result {}

        /** Written by a Lede that came later, in a form of its own. */
        record Newer(int version) implements Result {}

        /** It is no longer what was written. {@code where}: the first place that shows it, and what is wrong there. */
        record Damaged(String where) implements Result {}
    }

    /** The newest version that is read. */
    public static int newest() {
        return CommunityJson.VERSION;
    }

    public static Result read(String text) {
        JsonNode json;
        try {
            json = CommunityJson.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Whatever is cut off still begins as it was written.
            return text.contains('"' + CommunityJson.FORMAT + '"')
                    ? new Result.Damaged("line " + e.getLocation().getLineNr() + ": the file ends early or is no JSON")
                    : new Result.Foreign();
        }
        if (!json.path("format").asText().equals(CommunityJson.FORMAT)) {
            return new Result.Foreign();
        }
        int version = json.path("version").asInt();
        if (version > CommunityJson.VERSION) {
            return new Result.Newer(version);
        }
        if (version < 1) {
            return new Result.Damaged("version: has to be a whole number from 1");
        }
        JsonNode community = json.path("community");
        if (!CommunityJson.checksum(community).equals(json.path("checksum").asText())) {
            return new Result.Damaged("checksum: does not fit what the file holds");
        }
        try {
            return new Result.Read(file(new JsonFields("file", json), new JsonFields("community", community)));
        } catch (Fault e) {
            return new Result.Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static CommunityFile file(JsonFields file, JsonFields community) {
        List<Spot> places = community.objects("places", CommunityJsonReader::place);
        Set<Integer> numbers = places.stream().map(Spot::number).collect(Collectors.toSet());
        if (places.size() > MOST_PLACES) {
            throw community.fault("places", "are more than " + MOST_PLACES);
        }
        if (numbers.size() < places.size()) {
            throw community.fault("places", "have the same number twice");
        }
        return new CommunityFile(
                file.instant("exported"),
                community.text("platform"),
                community.text("key"),
                community.text("title"),
                community.readIfThere("language", Language::new).orElse(Language.UNKNOWN),
                community.read("zone", ZoneId::of),
                community.objects("packs", pack -> new Pack(pack.text("name"), sources(pack))),
                sources(community),
                community.objects("topics", CommunityJsonReader::topic),
                places,
                community.objects("grants", grant -> grant(grant, numbers)),
                community.links("retracted"));
    }

    private static List<OwnSource> sources(JsonFields json) {
        return json.objects("sources", CommunityJsonReader::source);
    }

    private static OwnSource source(JsonFields json) {
        SourceKind kind = json.word("kind", SourceKind.class);
        if (!CommunityFile.KINDS.contains(kind)) {
            throw json.fault("kind", "is not one that a community may read");
        }
        String address = json.text("address");
        if (!SourceAddress.read(address).equals(new SourceAddress.Usable(address))) {
            throw json.fault("address", "is no address of the web");
        }
        return new OwnSource(kind, address, json.text("title"));
    }

    private static Topic topic(JsonFields json) {
        Topic topic = TopicJson.read(
                json.read("name", TopicId::new), json.object("definition").node());
        TopicSize.fault(topic).ifPresent(what -> {
            throw json.fault("definition", what);
        });
        return topic;
    }

    private static String topicName(JsonFields json) {
        return json.read("topic", name -> new TopicId(name).value());
    }

    private static Spot place(JsonFields json) {
        return new Spot(
                json.number("number"),
                id(json, "chat"),
                json.has("thread") ? Optional.of(id(json, "thread")) : Optional.empty(),
                channel(json.object("channel")),
                json.objects("subscriptions", CommunityJsonReader::wanted),
                json.objects(
                        "told", told -> new ToldStory(told.instant("at"), told.text("title"), told.links("links"))));
    }

    /** Ids become parts of addresses that platforms are asked at. */
    private static String id(JsonFields json, String name) {
        return json.read(name, text -> {
            if (!ID.matcher(text).matches()) {
                throw new IllegalArgumentException("not an id");
            }
            return text;
        });
    }

    private static Channel channel(JsonFields json) {
        json.numberIfThere("budget").ifPresent(budget -> {
            if (!Budget.isOne(budget)) {
                throw json.fault("budget", "is not from " + Budget.FEWEST + " to " + Budget.MOST);
            }
        });
        return Channel.standard(CommunityFile.NOWHERE)
                .withBudget(json.numberIfThere("budget"))
                .withQuiet(json.has("quiet") ? Optional.of(quiet(json.object("quiet"))) : Optional.empty())
                .withSilence(json.word("silent", Channel.Silence.class))
                .withMention(json.has("mention") ? Optional.of(id(json, "mention")) : Optional.empty())
                .withStyle(json.word("style", Channel.Style.class))
                .pausedUntil(json.instantIfThere("paused_until"))
                .withHandedOn(json.truth("crosspost"))
                .withOldNews(json.has("old_news") && json.truth("old_news"))
                .withReports(json.has("reports") && json.truth("reports"));
    }

    private static QuietHours quiet(JsonFields json) {
        LocalTime from = json.read("from", LocalTime::parse);
        LocalTime until = json.read("until", LocalTime::parse);
        if (from.equals(until)) {
            throw json.fault("until", "is when quiet hours begin");
        }
        return new QuietHours(from, until);
    }

    private static Wanted wanted(JsonFields json) {
        int least = json.number("least");
        if (least < 1 || least > Wish.MOST_PUBLISHERS) {
            throw json.fault("least", "is not from 1 to " + Wish.MOST_PUBLISHERS);
        }
        return new Wanted(
                about(json),
                json.readIfThere("filter", canonical()).orElse(""),
                Set.copyOf(json.texts("languages", Language::new)),
                least,
                cadence(json),
                json.instantIfThere("paused_until"));
    }

    private static Function<String, String> canonical() {
        return filter -> Filter.of(filter).toString();
    }

    private static About about(JsonFields json) {
        if (json.has("topic")) {
            return new About.OfTopic(topicName(json));
        }
        if (json.has("words")) {
            if (json.text("words").length() > MOST_WORDS_CHARS) {
                throw json.fault("words", "are longer than anybody searches for");
            }
            return new About.OfWords(json.read("words", words -> new Subject.OfWords(words).words()));
        }
        if (json.has("source")) {
            return new About.OfSource(source(json.object("source")));
        }
        if (json.truth("everything")) {
            return new About.Everything();
        }
        throw json.fault("everything", "is false, and nothing else is named");
    }

    private static Cadence cadence(JsonFields json) {
        return switch (json.text("when")) {
            case "now" -> new Cadence.Instantly();
            case "digest" -> {
                ZoneId zone = json.read("zone", ZoneId::of);
                yield json.read("schedule", schedule -> schedule(schedule, zone));
            }
            default -> throw json.fault("when", "is neither now nor digest");
        };
    }

    private static Cadence schedule(String written, ZoneId zone) {
        if (written.length() > MOST_SCHEDULE_CHARS) {
            throw new IllegalArgumentException("more times than anybody reads at");
        }
        return DigestSchedule.read(written, zone);
    }

    private static Grant grant(JsonFields json, Set<Integer> places) {
        PersonKey person = json.read("person", CommunityJsonReader::person);
        if (json.has("role")) {
            return new Grant(person, new Right.Everywhere(json.word("role", Role.class)));
        }
        if (json.has("topic")) {
            return new Grant(person, new Right.OfTopic(topicName(json)));
        }
        int place = json.number("place");
        if (!places.contains(place)) {
            throw json.fault("place", "is none of the places");
        }
        return new Grant(person, new Right.OfPlace(place));
    }

    private static PersonKey person(String written) {
        int colon = written.indexOf(':');
        if (colon < 1 || colon == written.length() - 1) {
            throw new IllegalArgumentException("not platform:id");
        }
        return new PersonKey(written.substring(0, colon), written.substring(colon + 1));
    }
}
