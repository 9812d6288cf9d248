package news.lede.command;

import java.time.Instant;
import java.util.Map;
import news.lede.community.Asker;
import news.lede.community.WorkspaceId;

/** A pack that a workspace follows; the subject is its name. */
final class PackMatter implements Matter {
    private static final Map<String, String> FOLLOWED = Map.of("followed", "yes");

    private final Newsroom newsroom;

    PackMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "pack";
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        return newsroom.following().get().communities().followedPacks(workspace).contains(subject)
                ? FOLLOWED
                : Map.of();
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        Following following = newsroom.following().get();
        if (fields.isEmpty()) {
            following.follows().unfollowPack(asker.workspace().id(), subject);
            return true;
        }
        boolean known = following.follows().packs().contains(subject);
        if (known) {
            following.follows().followPack(asker.workspace().id(), subject);
        }
        return known;
    }
}
