package news.lede.discord.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who talks to the bot. {@code manages}: has the role that may manage the server. {@code lacks}: permission bits that they do not have where the bot is not a member;
 * {@code silenced}: is in time out.
 */
public record Person(String id, String name, boolean manages, long lacks, boolean silenced) {
    /** To show everybody what an app answers that one brought along. */
    public static final long EXTERNAL_APPS = 1L << 50;

    static final String MANAGERS = "110";
    static final long MANAGE_SERVER = 1L << 5;
    static final long EVERYONE = 274_878_024_705L | EXTERNAL_APPS;

    /** A member without special rights. */
    public static Person member(String id, String name) {
        return new Person(id, name, false, 0, false);
    }

    /** A member who may manage the server. */
    public static Person manager(String id, String name) {
        return new Person(id, name, true, 0, false);
    }

    /** The same without these permission bits in foreign servers. */
    public Person without(long bits) {
        return new Person(id, name, manages, bits, silenced);
    }

    /** The same in time out. */
    public Person inTimeOut() {
        return new Person(id, name, manages, lacks, true);
    }

    ObjectNode user() {
        return Json.object()
                .put("id", id)
                .put("username", name)
                .put("global_name", name)
                .put("discriminator", "0");
    }

    ObjectNode member() {
        ObjectNode member = Json.object()
                .put("permissions", Long.toString((manages ? EVERYONE | MANAGE_SERVER : EVERYONE) & ~lacks))
                .put("joined_at", "2026-01-01T00:00:00Z")
                .put("deaf", false)
                .put("mute", false);
        if (silenced) {
            member.put("communication_disabled_until", "2999-01-01T00:00:00Z");
        }
        if (manages) {
            member.putArray("roles").add(MANAGERS);
        } else {
            member.putArray("roles");
        }
        member.set("user", user());
        return member;
    }
}
