package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import news.lede.store.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link AddressBook} promises. */
public abstract class AddressBookContract extends PortContract {
    private Workspace workspace(String platform, String key, String title) {
        return store.communities().workspace(platform, key, title);
    }

    private Conversation place(Workspace in, String chat) {
        return store.communities().conversation(in.id(), new Place(in.platform(), chat, Optional.empty()));
    }

    @Test
    void communitiesStandByTheirTitlesAndPersonsNowhere() {
        Workspace weavers = workspace("discord", "7", "weavers of Arlen");
        Workspace first = workspace("telegram", "-100", "Bakers");
        Workspace second = workspace("discord", "8", "Bakers");
        workspace("discord", "user:5", "A reader");
        workspace("telegram", "55", "Another reader");
        workspace("console", "local", "Console");

        assertThat(store.addressBook().communities(10)).containsExactly(first, second, weavers);
        assertThat(store.addressBook().communities(2)).containsExactly(first, second);
    }

    @Test
    void conversationsStandByTheTitlesOfTheirCommunities() {
        Workspace weavers = workspace("discord", "7", "weavers of Arlen");
        Workspace bakers = workspace("telegram", "-100", "Bakers");
        Workspace console = workspace("console", "local", "Console");
        Conversation looms = place(weavers, "70");
        Conversation here = place(console, "local");
        Conversation ovens =
                store.communities().conversation(bakers.id(), new Place("telegram", "-100", Optional.of("3")));
        Conversation wheels = place(weavers, "71");

        assertThat(store.addressBook().conversations(0, 10))
                .containsExactly(
                        new AddressBook.Entry(bakers, ovens),
                        new AddressBook.Entry(console, here),
                        new AddressBook.Entry(weavers, looms),
                        new AddressBook.Entry(weavers, wheels))
                .noneMatch(AddressBook.Entry::isPrivate);
        assertThat(store.addressBook().conversations(1, 2))
                .extracting(AddressBook.Entry::conversation)
                .containsExactly(here, looms);
    }

    @Test
    void privateChatsAreNoConversationsOfACommunity() {
        Workspace server = workspace("discord", "7", "Weavers");
        Workspace own = workspace("discord", "user:5", "A reader");
        Workspace reader = workspace("telegram", "55", "Another reader");
        for (Conversation chat :
                new Conversation[] {place(server, "user:6"), place(own, "80"), place(own, "user:5"), place(reader, "55")
                }) {
            Workspace in = store.communities().find(chat.workspace()).orElseThrow();
            assertThat(new AddressBook.Entry(in, chat).isPrivate()).isTrue();
        }

        assertThat(store.addressBook().conversations(0, 10)).isEmpty();
    }
}
