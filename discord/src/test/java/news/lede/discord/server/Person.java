package news.lede.discord.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody who talks to the bot. {@code manages}: has the role that may manage the server. */
public record Person(String id, String name, boolean manages) {
    static final String MANAGERS = "110";
    static final long MANAGE_SERVER = 1L << 5;
    static final long EVERYONE = 274_878_024_705L;

    /** A member without special rights. */
    public static Person member(String id, String name) {
        return new Person(id, name, false);
    }

    /** A member who may manage the server. */
    public static Person manager(String id, String name) {
        return new Person(id, name, true);
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
                .put("permissions", Long.toString(manages ? EVERYONE | MANAGE_SERVER : EVERYONE))
                .put("joined_at", "2026-01-01T00:00:00Z")
                .put("deaf", false)
                .put("mute", false);
        if (manages) {
            member.putArray("roles").add(MANAGERS);
        } else {
            member.putArray("roles");
        }
        member.set("user", user());
        return member;
    }
}
