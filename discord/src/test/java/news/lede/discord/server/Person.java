package news.lede.discord.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody who talks to the bot. {@code permissions} is what they may do in a server, as Discord's bits. */
public record Person(String id, String name, long permissions) {
    private static final long EVERYONE = 274_878_024_705L;
    private static final long MANAGE_SERVER = 1L << 5;

    /** A member without special rights. */
    public static Person member(String id, String name) {
        return new Person(id, name, EVERYONE);
    }

    /** A member who may manage the server. */
    public static Person manager(String id, String name) {
        return new Person(id, name, EVERYONE | MANAGE_SERVER);
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
                .put("permissions", Long.toString(permissions))
                .put("joined_at", "2026-01-01T00:00:00Z")
                .put("deaf", false)
                .put("mute", false);
        member.putArray("roles");
        member.set("user", user());
        return member;
    }
}
