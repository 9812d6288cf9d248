package news.lede.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.answer.Answer;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.PrivateChat;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.subscription.Subscription;

/** A news desk with a group, in which a member and a moderator ask, and the private chat of both. */
final class SubscribeDesk {
    final TestDesk desk = new TestDesk();
    final Source pier = desk.store.sources().addIfAbsent(SourceKind.FEED, "https://pier.example/feed", "Pier News");

    SubscribeDesk() {
        desk.store.sources().addToPack(Communities.DEFAULT_PACK, pier.id());
        desk.add(pier, "Harbour strike begins", "Harbour Post", Duration.ofHours(2), "Dockers walked out of the port.");
        desk.add(pier, "Harbour ferry sinks", "Valley News", Duration.ofHours(30), "The ferry sank in the harbour.");
        desk.add("Port opens a new quay", "Mill Herald", Duration.ofHours(50), "The harbour grew by a quay.");
        desk.add("Port is dredged", "Mill Herald", Duration.ofHours(70), "The harbour is made deeper.");
        desk.add("Old news of the harbour", "Mill Herald", Duration.ofDays(9), "The harbour was old.");
        desk.add("Rain all week", "Valley News", Duration.ofHours(5), "Rain fell on the valley.");
    }

    /** Alone with somebody. */
    Asker alone() {
        return alone(Locale.ENGLISH);
    }

    Asker alone(Locale locale) {
        Workspace own = desk.store.communities().workspace("test", "user:7", "Ada");
        Conversation conversation =
                desk.store.communities().conversation(own.id(), new Place("test", "user:7", Optional.empty()));
        return new Asker(
                        new PersonKey("test", "7"),
                        Role.MODERATOR,
                        own,
                        conversation,
                        locale,
                        desk.store.communities().viewer(own.id()))
                .alone();
    }

    Asker member() {
        return group(Role.MEMBER, () -> new PrivateChat.Open(alone()));
    }

    Asker moderator() {
        return group(Role.MODERATOR, () -> new PrivateChat.Open(alone()));
    }

    Asker group(Role role, Supplier<PrivateChat> privately) {
        Asker asker = desk.asker(role, Locale.ENGLISH);
        Workspace fresh = desk.store.communities().find(asker.workspace().id()).orElseThrow();
        return new Asker(asker.person(), role, fresh, asker.conversation(), asker.locale(), asker.viewer(), privately);
    }

    Answer ask(Asker asker, String typed) {
        return desk.desk.answer(asker, typed);
    }

    String text(Asker asker, String typed) {
        return desk.text(ask(asker, typed));
    }

    List<Subscription> of(Asker asker) {
        return desk.store.subscriptions().of(asker.conversation().id());
    }

    Subscription only(Asker asker) {
        List<Subscription> all = of(asker);
        if (all.size() != 1) {
            throw new AssertionError("not one subscription: " + all);
        }
        return all.getFirst();
    }
}
