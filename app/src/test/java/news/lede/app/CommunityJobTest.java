package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import news.lede.app.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator takes a community out and brings it in, by the command line alone. */
class CommunityJobTest {
    @TempDir
    Path folder;

    private Program program;
    private Program elsewhere;
    private Path file;

    @BeforeEach
    void aCommunityWithSettings() {
        program = new Program(folder.resolve("data"));
        elsewhere = new Program(folder.resolve("other"));
        file = folder.resolve("arlen.json");
        ask("/timezone Europe/Vienna");
        ask("/channel budget:5 style:headlines");
        ask("/subscribe immigration when:now to:here confirm:yes");
    }

    private void ask(String command) {
        assertThat(program.run("ask", command, "--as", "moderator").code()).isZero();
    }

    @Test
    void whatIsTakenOutHereIsThereAfterwards() throws IOException {
        assertThat(program.run("community", "export", "console:local", "--out", file.toString())
                        .code())
                .isZero();

        Ended dry = elsewhere.run("community", "import", file.toString(), "--to", "telegram:-1009", "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(elsewhere.run("community", "list").out()).doesNotContain("telegram:-1009");

        Ended ran = elsewhere.run("community", "import", file.toString(), "--to", "telegram:-1009");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .isEqualTo(dry.out())
                .contains("+ zone Europe/Vienna: brought", "subscription to immigration");

        String back = elsewhere.run("community", "export", "telegram:-1009").out();
        assertThat(back).contains("\"budget\" : 5", "\"style\" : \"headlines\"", "\"topic\" : \"immigration\"");
        assertThat(Files.readString(file)).contains("\"budget\" : 5");
    }

    @Test
    void aFileThatIsDamagedOrForeignChangesNothing() throws IOException {
        program.run("community", "export", "console:local", "--out", file.toString());
        Files.writeString(file, Files.readString(file).replace("\"budget\" : 5", "\"budget\" : 6"));

        Ended damaged = program.run("community", "import", file.toString(), "--to", "telegram:-1009");
        Files.writeString(file, "<opml/>");
        Ended foreign = program.run("community", "import", file.toString(), "--to", "telegram:-1009");

        assertThat(damaged.code()).isEqualTo(ExitCode.FAILED);
        assertThat(damaged.err()).contains("is damaged (checksum:");
        assertThat(foreign.code()).isEqualTo(ExitCode.FAILED);
        assertThat(foreign.err()).contains("is not the file of a community");
        assertThat(program.run("community", "list").out()).doesNotContain("telegram:-1009");
    }

    @Test
    void aCommunityThatIsNotThereIsNamed() {
        Ended ran = program.run("community", "export", "telegram:7");

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).contains("There is no community \"telegram:7\"", "lede community list");
    }
}
