package news.lede.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;
import news.lede.text.Language;

/** In which language and zone we speak in a workspace; the subject is empty. Digests that were meant in a former zone move with it. */
final class WorkspaceMatter implements Matter {
    private final Newsroom newsroom;

    WorkspaceMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public String action() {
        return "workspace";
    }

    private Communities communities() {
        return newsroom.following().get().communities();
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        communities().find(workspace).ifPresent(found -> {
            found.spoken().ifPresent(language -> fields.put("language", language.code()));
            fields.put("zone", found.zone().getId());
        });
        return fields;
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        Optional<Workspace> found = communities().find(asker.workspace().id());
        found.ifPresent(workspace -> {
            speak(
                    workspace.id(),
                    Optional.ofNullable(fields.get("language"))
                            .map(Language::new)
                            .orElse(Language.UNKNOWN));
            keepTimeBy(
                    workspace.id(),
                    Optional.ofNullable(fields.get("zone")).map(ZoneId::of).orElse(workspace.zone()),
                    now);
        });
        return found.isPresent();
    }

    /** Changes the language, whatever else is changed at the same time. */
    void speak(WorkspaceId id, Language language) {
        communities()
                .find(id)
                .ifPresent(now -> communities()
                        .update(new Workspace(id, now.platform(), now.key(), now.title(), language, now.zone())));
    }

    /** Changes the zone, and that of the digests that were meant in it. */
    void keepTimeBy(WorkspaceId id, ZoneId zone, Instant now) {
        communities().find(id).filter(old -> !old.zone().equals(zone)).ifPresent(old -> {
            communities().update(new Workspace(id, old.platform(), old.key(), old.title(), old.language(), zone));
            newsroom.subscriptions().of(id).forEach(subscription -> move(subscription, old.zone(), zone, now));
        });
    }

    /** What was asked for in another zone than the one of this place stays in that. */
    private void move(Subscription subscription, ZoneId from, ZoneId to, Instant now) {
        if (subscription.cadence() instanceof Cadence.ByDigest digest
                && digest.zone().equals(from)) {
            Cadence.ByDigest moved = new Cadence.ByDigest(digest.days(), digest.times(), to);
            newsroom.subscriptions().reschedule(subscription.id(), moved, DigestSchedule.next(moved, now));
        }
    }
}
