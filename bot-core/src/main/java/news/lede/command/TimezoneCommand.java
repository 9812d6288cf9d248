package news.lede.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.subscription.Cadence;
import news.lede.subscription.DigestSchedule;
import news.lede.subscription.Subscription;

/** {@code /timezone}: shows or changes in which zone times are meant here. Digests that were meant in the former zone move with it. */
final class TimezoneCommand implements Handler {
    private final Newsroom newsroom;

    TimezoneCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.TIMEZONE;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        Workspace workspace = request.asker().workspace();
        Optional<String> typed = request.arguments().text("zone");
        if (typed.isEmpty()) {
            return said(request, "timezone", workspace.zone());
        }
        Optional<ZoneId> zone = ZoneNames.of(typed.get());
        if (zone.isEmpty()) {
            return CadenceReader.noZone(texts, typed.get());
        }
        if (Targets.alone(request).isEmpty() && !request.asker().role().may(Role.MODERATOR)) {
            return texts.notice("timezone.here", List.of(), ZoneNames.shown(workspace.zone()));
        }
        newsroom.following()
                .get()
                .communities()
                .update(new Workspace(
                        workspace.id(),
                        workspace.platform(),
                        workspace.key(),
                        workspace.title(),
                        workspace.language(),
                        zone.get()));
        newsroom.subscriptions().of(workspace.id()).forEach(s -> move(s, workspace.zone(), zone.get(), request));
        return said(request, "timezone.changed", zone.get());
    }

    /** What was asked for in another zone than the one of this place stays in that. */
    private void move(Subscription subscription, ZoneId from, ZoneId to, Request request) {
        if (subscription.cadence() instanceof Cadence.ByDigest digest
                && digest.zone().equals(from)) {
            Cadence.ByDigest moved = new Cadence.ByDigest(digest.days(), digest.times(), to);
            newsroom.subscriptions().reschedule(subscription.id(), moved, DigestSchedule.next(moved, request.now()));
        }
    }

    private static Answer said(Request request, String notice, ZoneId zone) {
        Phrases there = new Phrases(request.texts(), request.now(), zone);
        return request.texts().notice(notice, List.of(), ZoneNames.shown(zone), there.time(request.now(), false));
    }
}
