package news.lede.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import news.lede.web.Visits;
import news.lede.web.health.Part.State;
import news.lede.web.page.Endpoint.Audience;
import news.lede.web.page.Reply;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final AtomicReference<List<Part>> parts = new AtomicReference<>(List.of());
    private final Ready ready =
            new Ready(parts::get, visit -> visit.header("authorization").isPresent());

    private static Reply.Plain plain(Reply reply) {
        return (Reply.Plain) reply;
    }

    private static String text(Reply reply) {
        return new String(plain(reply).body(), StandardCharsets.UTF_8);
    }

    private static Part part(String name, State state) {
        return new Part(name, state, state == State.READY ? "" : "because");
    }

    @Test
    void aLivingProcessSaysSoWhateverItsParts() {
        parts.set(List.of(part("discord", State.WAITING)));

        assertThat(plain(new Alive(Condition.of(parts::get), _ -> false).answer(Visits.get("/healthz")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readinessWaitsForEveryPartThatCanStillCome() {
        parts.set(List.of(part("store", State.READY), part("discord", State.WAITING)));
        Reply waiting = ready.answer(Visits.get("/readyz", Map.of("authorization", "Bearer x")));
        assertThat(plain(waiting).status()).isEqualTo(503);
        assertThat(text(waiting)).contains("\"discord\":{\"state\":\"waiting\",\"detail\":\"because\"}");

        parts.set(List.of(part("store", State.READY), part("discord", State.READY)));
        Reply all = ready.answer(Visits.get("/readyz"));
        assertThat(plain(all).status()).isEqualTo(200);
        assertThat(text(all)).contains("\"ready\":true", "\"discord\":{\"state\":\"ready\"}");
    }

    @Test
    void aPartThatFailedForGoodDoesNotHoldUpTheOthersUnlessNoneIsLeft() {
        parts.set(List.of(part("discord", State.FAILED), part("telegram", State.READY)));
        assertThat(plain(ready.answer(Visits.get("/readyz"))).status()).isEqualTo(200);

        parts.set(List.of(part("discord", State.FAILED)));
        assertThat(plain(ready.answer(Visits.get("/readyz"))).status()).isEqualTo(503);
    }

    @Test
    void whyItIsSoIsForWhoeverMayUseTheDesk() {
        parts.set(List.of(part("store", State.WAITING)));

        assertThat(text(ready.answer(Visits.get("/readyz")))).contains("{\"store\":{\"state\":\"waiting\"}}");
    }

    @Test
    void nothingIsBelowThem() {
        assertThat(plain(ready.answer(Visits.get("/readyz/more"))).status()).isEqualTo(404);
        assertThat(plain(new Alive(Condition.of(parts::get), _ -> false).answer(Visits.get("/healthz/more")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void probesNeedNoToken() {
        assertThat(ready.audience()).isEqualTo(Audience.ANYBODY);
        assertThat(new Alive(Condition.of(parts::get), _ -> false).audience()).isEqualTo(Audience.ANYBODY);
    }
}
