package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator says how much one community may have. */
class CommunityQuotaTest {
    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void aCommunity() {
        program = new Program(folder.resolve("data"));
        program.run("ask", "/settings");
    }

    private Ended quota(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "community";
        words[1] = "quota";
        words[2] = "console:local";
        System.arraycopy(options, 0, words, 3, options.length);
        return program.run(words);
    }

    @Test
    void whatIsSaidHoldsForItAloneUntilItIsAsForAllAgain() {
        assertThat(quota().out()).contains("sources: 200 (as for all)", "topics: 100 (as for all)");

        assertThat(quota("--topics", "0", "--sources", "500").out())
                .contains(
                        "sources: 500 (for this community; 200 for all)",
                        "topics: 0 (for this community; 100 for all)");
        assertThat(program.run("ask", "/tune topic:ferries words:ferry save:yes", "--as", "moderator")
                        .out())
                .contains("has defined 0 topics");
        assertThat(program.run("ask", "/audit", "--as", "moderator").out())
                .contains("whoever runs this bot", "topics 0");

        assertThat(quota("--topics", "default", "--json").out())
                .contains("\"sources\" : 500", "\"topics\" : 100", "\"subscriptions\" : 200");
    }

    @Test
    void whatIsNoNumberChangesNothing() {
        Ended ended = quota("--topics", "5", "--sources", "many");

        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ended.err()).contains("--sources \"many\" is neither a number");
        assertThat(quota().out()).contains("topics: 100 (as for all)");
        assertThat(program.run("community", "quota", "telegram:9").code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void theSettingsSayWhatHoldsForAll() {
        assertThat(program.run("--set", "quota.topics=3", "community", "quota", "console:local")
                        .out())
                .contains("topics: 3 (as for all)");
    }
}
