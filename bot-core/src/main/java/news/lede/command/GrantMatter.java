package news.lede.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.lede.community.Asker;
import news.lede.community.Charge;
import news.lede.community.Communities;
import news.lede.community.ConversationId;
import news.lede.community.Delegations;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;

/** What somebody was granted in a workspace: a role, topics and channels; the subject is the person. Who has something in their hands is an editor at least. */
final class GrantMatter implements Matter {
    private static final String TOPIC = "topic:";
    private static final String CHANNEL = "channel:";
    private static final String YES = "yes";

    private final Newsroom newsroom;

    GrantMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "grant";
    }

    private Delegations delegations() {
        return newsroom.oversight().delegations();
    }

    private Communities communities() {
        return newsroom.following().get().communities();
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        PersonKey person = person(subject);
        Role role = communities().role(workspace, person);
        if (role != Role.MEMBER) {
            fields.put("role", role.name().toLowerCase(Locale.ROOT));
        }
        new TreeSet<>(charges(workspace, person).stream()
                        .map(GrantMatter::field)
                        .toList())
                .forEach(field -> fields.put(field, YES));
        return fields;
    }

    private Set<Charge> charges(WorkspaceId workspace, PersonKey person) {
        return delegations().of(workspace, Set.of(person));
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        WorkspaceId workspace = asker.workspace().id();
        PersonKey person = person(subject);
        Set<Charge> wanted = fields.keySet().stream()
                .filter(field -> field.startsWith(TOPIC) || field.startsWith(CHANNEL))
                .map(GrantMatter::charge)
                .collect(Collectors.toUnmodifiableSet());
        charges(workspace, person).stream()
                .filter(charge -> !wanted.contains(charge))
                .forEach(charge -> delegations().take(workspace, person, charge));
        wanted.forEach(charge -> delegations().hand(workspace, person, charge, now));
        communities()
                .grant(
                        workspace,
                        person,
                        Role.valueOf(fields.getOrDefault("role", "member").toUpperCase(Locale.ROOT)));
        return true;
    }

    static String field(Charge charge) {
        return switch (charge) {
            case Charge.OfTopic(String topic) -> TOPIC + topic;
            case Charge.OfConversation(ConversationId conversation) -> CHANNEL + conversation;
        };
    }

    static Charge charge(String field) {
        return field.startsWith(TOPIC)
                ? new Charge.OfTopic(field.substring(TOPIC.length()))
                : new Charge.OfConversation(new ConversationId(Long.parseLong(field.substring(CHANNEL.length()))));
    }

    /** A person written {@code platform:id}. */
    static PersonKey person(String subject) {
        int colon = subject.indexOf(':');
        return new PersonKey(subject.substring(0, Math.max(colon, 0)), subject.substring(colon + 1));
    }
}
