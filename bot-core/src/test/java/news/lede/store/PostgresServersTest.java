package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which of several servers is connected to, and what becomes of connections to the others. */
class PostgresServersTest {
    private final PostgresServers servers = new PostgresServers(new PostgresAddress("jdbc:postgresql://one,two/lede"));
    private final List<String> ended = new ArrayList<>();

    /** A connection that says what ends it. */
    private Connection connection(String name) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "close", "abort" -> ended.add(name + " " + method.getName());
                        case "hashCode" -> {
                            return System.identityHashCode(self);
                        }
                        case "equals" -> {
                            return self == arguments[0];
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    @Test
    void whoeverTakesOverLaterIsConnectedToAndTheFormerLeft() throws SQLException {
        Connection first = connection("first");
        servers.admit(new Reached(first, 0, 4));
        servers.admit(new Reached(connection("second"), 0, 4));
        assertThat(ended).isEmpty();

        servers.admit(new Reached(connection("third"), 1, 5));

        assertThat(ended).containsExactlyInAnyOrder("first abort", "second abort");
    }

    @Test
    void aFormerOneThatComesBackIsNotConnectedTo() throws SQLException {
        servers.admit(new Reached(connection("first"), 0, 4));
        servers.admit(new Reached(connection("second"), 1, 5));
        ended.clear();

        assertThatThrownBy(() -> servers.admit(new Reached(connection("back"), 0, 4)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("timeline is 4")
                .hasMessageContaining("latest is 5");

        assertThat(ended).containsExactly("back close");
    }

    @Test
    void theSameServerBehindALaterTimelineEndsWhatWasOpen() throws SQLException {
        servers.admit(new Reached(connection("first"), 0, 4));

        servers.admit(new Reached(connection("second"), 0, 6));

        assertThat(ended).containsExactly("first abort");
    }

    @Test
    void whereTheTimelineIsNotToldServersAreTakenAsTheyAnswer() {
        assertThatCode(() -> {
                    servers.admit(new Reached(connection("first"), 0, 0));
                    servers.admit(new Reached(connection("second"), 1, 0));
                })
                .doesNotThrowAnyException();
    }

    @Nested
    class Addresses {
        private List<String> each(String url) {
            return new PostgresAddress(url).each();
        }

        @Test
        void ofSeveralServersNameEachWithAllThatFollows() {
            assertThat(each("jdbc:postgresql://one:5433,[::1]:5434,two/lede?user=x,y"))
                    .containsExactly(
                            "jdbc:postgresql://one:5433/lede?user=x,y",
                            "jdbc:postgresql://[::1]:5434/lede?user=x,y",
                            "jdbc:postgresql://two/lede?user=x,y");
        }

        @Test
        void ofOneServerStayAsTheyAre() {
            assertThat(each("jdbc:postgresql://one/lede")).containsExactly("jdbc:postgresql://one/lede");
            assertThat(each("jdbc:postgresql:lede")).containsExactly("jdbc:postgresql:lede");
            assertThat(each("jdbc:postgresql:///lede")).containsExactly("jdbc:postgresql:///lede");
        }

        @Test
        void areNamedWithoutWhatIsSecret() {
            assertThat(new PostgresAddress("jdbc:postgresql://me:secret@one,two/lede?password=secret").name())
                    .isEqualTo("jdbc:postgresql://one,two/lede");
        }
    }
}
