package news.lede.community;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who asks, where, with what right, in which language, and with whose eyes.
 *
 * @param charges what an editor was handed; moderators need nothing in their hands
 * @param privately the way to them alone; what is made of it is made when it is asked for
 */
public record Asker(
        PersonKey person,
        Role role,
        Workspace workspace,
        Conversation conversation,
        Locale locale,
        Viewer viewer,
        Supplier<PrivateChat> privately,
        Set<Charge> charges) {
    public Asker {
        charges = Set.copyOf(charges);
    }

    /** Somebody in whose hands nothing was put. */
    public Asker(
            PersonKey person,
            Role role,
            Workspace workspace,
            Conversation conversation,
            Locale locale,
            Viewer viewer,
            Supplier<PrivateChat> privately) {
        this(person, role, workspace, conversation, locale, viewer, privately, Set.of());
    }

    /** Somebody who cannot be written to alone. */
    public Asker(
            PersonKey person, Role role, Workspace workspace, Conversation conversation, Locale locale, Viewer viewer) {
        this(person, role, workspace, conversation, locale, viewer, new Nowhere());
    }

    /** The same where this conversation is theirs alone already. */
    public Asker alone() {
        Asker there = new Asker(person, Role.OWNER, workspace, conversation, locale, viewer);
        return new Asker(person, role, workspace, conversation, locale, viewer, new Here(there), charges);
    }

    /** The same, spoken to in another language. */
    public Asker speaking(Locale other) {
        return new Asker(person, role, workspace, conversation, other, viewer, privately, charges);
    }

    /** The same, with what was handed to them here. */
    public Asker inChargeOf(Set<Charge> handed) {
        return new Asker(person, role, workspace, conversation, locale, viewer, privately, handed);
    }

    /** Whether they decide how this conversation is told, and of what. */
    public boolean decidesHere() {
        return decides(new Charge.OfConversation(conversation.id()));
    }

    public boolean decidesOn(String topic) {
        return decides(new Charge.OfTopic(topic));
    }

    private boolean decides(Charge charge) {
        return role.may(Role.MODERATOR) || (role.may(Role.EDITOR) && charges.contains(charge));
    }

    /** A value, so that askers who are the same are equal. */
    private record Here(Asker there) implements Supplier<PrivateChat> {
        @Override
        public PrivateChat get() {
            return new PrivateChat.Open(there);
        }
    }

    /** The same as somebody who cannot be written to alone. */
    private record Nowhere() implements Supplier<PrivateChat> {
        @Override
        public PrivateChat get() {
            return new PrivateChat.None();
        }
    }
}
