package news.lede.telegram;

import static news.lede.telegram.Bench.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import news.lede.community.PersonKey;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.Standing;
import news.lede.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {
    private Bench bench;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        bench = Bench.ready();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aMemberIsCalledAsTheyCallThemselves_whatIsNoNumberIsNotAskedFor() {
        Person anna = bench.server.person("Anna", "de");
        Chat group = bench.server.supergroup("Norby").join(anna, Standing.ADMINISTRATOR);
        PersonKey known = new PersonKey("telegram", Long.toString(anna.id()));

        // What a busy machine does not learn within a second is asked again with the next.
        await().atMost(SOON).until(() -> names(group, known).equals(Map.of(known, "Anna")));
        assertThat(bench.server.traffic("getChatMember"))
                .allMatch(t -> t.call().path("user_id").asLong() == anna.id());
    }

    private Map<PersonKey, String> names(Chat group, PersonKey known) {
        return bench.adapter
                .names()
                .of(
                        new Workspace(
                                new WorkspaceId(1),
                                "telegram",
                                Long.toString(group.id()),
                                "Norby",
                                Language.ENGLISH,
                                ZoneOffset.UTC),
                        List.of(known, new PersonKey("telegram", "no number")));
    }
}
