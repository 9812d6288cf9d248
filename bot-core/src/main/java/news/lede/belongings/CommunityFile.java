package news.lede.belongings;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.source.SourceKind;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.text.Language;
import news.lede.topic.Topic;

/**
 * Everything a community set and was told, apart from any store: nothing in it is an id of ours.
 *
 * @param platform where it lived, under the name {@code key}
 * @param language {@link Language#UNKNOWN} when none was chosen
 * @param places oldest first, numbered from 1
 * @param retracted links of what a moderator took back
 */
public record CommunityFile(
        Instant exported,
        String platform,
        String key,
        String title,
        Language language,
        ZoneId zone,
        List<Pack> packs,
        List<OwnSource> sources,
        List<Topic> topics,
        List<Spot> places,
        List<Grant> grants,
        List<URI> retracted) {
    /** Conversation of channels that are written down rather than kept. */
    public static final ConversationId NOWHERE = new ConversationId(0);

    /** What a source can be that a community may name. */
    public static final Set<SourceKind> KINDS = Set.of(SourceKind.FEED, SourceKind.SITEMAP, SourceKind.PAGE);

    public CommunityFile {
        packs = List.copyOf(packs);
        sources = List.copyOf(sources);
        topics = List.copyOf(topics);
        places = List.copyOf(places);
        grants = List.copyOf(grants);
        retracted = List.copyOf(retracted);
    }

    /** A source by its address. */
    public record OwnSource(SourceKind kind, String address, String title) {}

    /** A pack that is followed, with what it held, for where it is not known. */
    public record Pack(String name, List<OwnSource> sources) {
        public Pack {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A conversation: where it was on its platform, how it was told, of what, and what it knows.
     *
     * @param channel its settings, of the conversation {@link #NOWHERE}
     */
    public record Spot(
            int number,
            String chat,
            Optional<String> thread,
            Channel channel,
            List<Wanted> subscriptions,
            List<ToldStory> told) {
        public Spot {
            subscriptions = List.copyOf(subscriptions);
            told = List.copyOf(told);
        }
    }

    /** A subscription. {@code filter} in its canonical form. */
    public record Wanted(
            About about,
            String filter,
            Set<Language> languages,
            int least,
            Cadence cadence,
            Optional<Instant> pausedUntil) {
        public Wanted {
            languages = Set.copyOf(languages);
        }
    }

    /** What a subscription is about. */
    public sealed interface About {
        record OfTopic(String name) implements About {}

        record OfWords(String words) implements About {}

        record OfSource(OwnSource source) implements About {}

        record Everything() implements About {}
    }

    /** A story that was told; known again by the links of its articles, as far as the community saw them. */
    public record ToldStory(Instant at, String title, List<URI> links) {
        public ToldStory {
            links = List.copyOf(links);
        }
    }

    /** What somebody was allowed beyond what their platform says: a role, or the care of one topic or one place. */
    public record Grant(PersonKey person, Right right) {}

    /** What a grant allows. */
    public sealed interface Right {
        record Everywhere(Role role) implements Right {}

        record OfTopic(String topic) implements Right {}

        /** {@code place}: the number of one of {@link CommunityFile#places}. */
        record OfPlace(int place) implements Right {}
    }
}
