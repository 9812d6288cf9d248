package news.lede.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.community.Asker;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.Quotas;
import news.lede.community.WorkspaceId;
import news.lede.source.SourceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.SubscriptionId;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.text.Language;

/** A subscription of any conversation of a workspace, under the options of {@code /subscribe}; the subject is its number. One that is brought back has another. */
final class SubscriptionMatter implements Matter {
    private static final String NOW = "now";

    private final Newsroom newsroom;

    SubscriptionMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    static String subject(SubscriptionId id) {
        return id.toString();
    }

    @Override
    public String action() {
        return "subscription";
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        return find(workspace, subject).map(SubscriptionMatter::fields).orElse(Map.of());
    }

    private Optional<Subscription> find(WorkspaceId workspace, String subject) {
        return newsroom.subscriptions()
                .find(new SubscriptionId(Long.parseLong(subject)))
                .filter(subscription -> subscription.workspace().equals(workspace));
    }

    static Map<String, String> fields(Subscription subscription) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("to", subscription.conversation().toString());
        Wish wish = subscription.wish();
        switch (wish.subject()) {
            case Subject.OfTopic(String topic) -> fields.put("topic", topic);
            case Subject.OfWords(String words) -> fields.put("words", words);
            case Subject.OfSource(SourceId source) -> fields.put("source", source.toString());
            case Subject.Everything _ -> fields.put("everything", "yes");
        }
        if (!wish.filter().isEmpty()) {
            fields.put("filter", wish.filter());
        }
        if (!wish.languages().isEmpty()) {
            fields.put(
                    "language",
                    wish.languages().stream().map(Language::code).sorted().collect(Collectors.joining(",")));
        }
        if (wish.least() > 1) {
            fields.put("least", Integer.toString(wish.least()));
        }
        switch (subscription.cadence()) {
            case Cadence.Instantly _ -> fields.put("when", NOW);
            case Cadence.ByDigest digest -> {
                fields.put("when", DigestSchedule.write(digest));
                fields.put("zone", digest.zone().getId());
            }
        }
        subscription.pausedUntil().ifPresent(until -> fields.put("pause", until.toString()));
        return fields;
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        Optional<Subscription> there = find(asker.workspace().id(), subject);
        if (fields.isEmpty()) {
            there.ifPresent(subscription -> newsroom.subscriptions().unsubscribe(subscription.id()));
            return true;
        }
        Optional<Instant> paused = Optional.ofNullable(fields.get("pause")).map(Instant::parse);
        if (there.isEmpty()) {
            Optional<SubscriptionId> made = subscribed(asker, fields, now);
            made.ifPresent(id -> newsroom.subscriptions().pause(id, paused));
            return made.isPresent();
        }
        SubscriptionId id = there.get().id();
        if (cadence(fields) instanceof Cadence.ByDigest digest) {
            newsroom.subscriptions().reschedule(id, digest, DigestSchedule.next(digest, now));
        }
        newsroom.subscriptions().pause(id, paused);
        return true;
    }

    private Optional<SubscriptionId> subscribed(Asker asker, Map<String, String> fields, Instant now) {
        Optional<Conversation> conversation = newsroom.following()
                .get()
                .communities()
                .find(new ConversationId(Long.parseLong(fields.getOrDefault("to", "0"))))
                .filter(c -> c.workspace().equals(asker.workspace().id()));
        if (conversation.isEmpty()) {
            return Optional.empty();
        }
        Cadence cadence = cadence(fields);
        Optional<Instant> due = cadence instanceof Cadence.ByDigest digest
                ? Optional.of(DigestSchedule.next(digest, now))
                : Optional.empty();
        int most = newsroom.oversight().limits().most(asker.workspace().id(), Quotas.Kind.SUBSCRIPTIONS);
        return newsroom.subscriptions()
                                .subscribe(conversation.get(), wish(fields), cadence, due, asker.person(), now, most)
                        instanceof Subscriptions.Outcome.Subscribed(Subscription made, boolean _)
                ? Optional.of(made.id())
                : Optional.empty();
    }

    private static Cadence cadence(Map<String, String> fields) {
        String when = fields.getOrDefault("when", NOW);
        return when.equals(NOW)
                ? new Cadence.Instantly()
                : DigestSchedule.read(when, ZoneId.of(fields.getOrDefault("zone", "UTC")));
    }

    private static Wish wish(Map<String, String> fields) {
        Set<Language> languages = Arrays.stream(
                        fields.getOrDefault("language", "").split(","))
                .filter(code -> !code.isEmpty())
                .map(Language::new)
                .collect(Collectors.toUnmodifiableSet());
        return new Wish(
                subject(fields),
                fields.getOrDefault("filter", ""),
                languages,
                Integer.parseInt(fields.getOrDefault("least", "1")));
    }

    private static Subject subject(Map<String, String> fields) {
        if (fields.containsKey("topic")) {
            return new Subject.OfTopic(fields.getOrDefault("topic", ""));
        }
        if (fields.containsKey("words")) {
            return new Subject.OfWords(fields.getOrDefault("words", ""));
        }
        return fields.containsKey("source")
                ? new Subject.OfSource(new SourceId(Long.parseLong(fields.getOrDefault("source", "0"))))
                : new Subject.Everything();
    }
}
