package news.lede.community;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Who asks, where, with what right, in which language, and with whose eyes.
 *
 * @param privately the way to them alone; what is made of it is made when it is asked for
 */
public record Asker(
        PersonKey person,
        Role role,
        Workspace workspace,
        Conversation conversation,
        Locale locale,
        Viewer viewer,
        Supplier<PrivateChat> privately) {
    /** Somebody who cannot be written to alone. */
    public Asker(
            PersonKey person, Role role, Workspace workspace, Conversation conversation, Locale locale, Viewer viewer) {
        this(person, role, workspace, conversation, locale, viewer, new Nowhere());
    }

    /** The same where this conversation is theirs alone already. */
    public Asker alone() {
        Asker there = new Asker(person, Role.MODERATOR, workspace, conversation, locale, viewer);
        return new Asker(person, role, workspace, conversation, locale, viewer, new Here(there));
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
