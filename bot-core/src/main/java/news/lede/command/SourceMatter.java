package news.lede.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.community.Asker;
import news.lede.community.Follows;
import news.lede.community.WorkspaceId;
import news.lede.source.Source;
import news.lede.source.SourceKind;

/** A source that a workspace follows by itself; the subject is its address. */
final class SourceMatter implements Matter {
    private final Newsroom newsroom;

    SourceMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "source";
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        own(workspace, subject).ifPresent(source -> {
            fields.put("title", source.title());
            fields.put("kind", source.kind().name().toLowerCase(Locale.ROOT));
        });
        return fields;
    }

    private Optional<Source> own(WorkspaceId workspace, String address) {
        return newsroom.sources()
                .findByAddress(address)
                .filter(source -> newsroom.following()
                        .get()
                        .communities()
                        .ownSources(workspace)
                        .contains(source.id()));
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        WorkspaceId workspace = asker.workspace().id();
        Follows follows = newsroom.following().get().follows();
        if (fields.isEmpty()) {
            own(workspace, subject).ifPresent(source -> follows.unfollow(workspace, source.id()));
            return true;
        }
        SourceKind kind = SourceKind.valueOf(fields.getOrDefault("kind", "feed").toUpperCase(Locale.ROOT));
        return follows.follow(workspace, kind, subject, fields.getOrDefault("title", subject))
                instanceof Follows.Outcome.Followed;
    }
}
