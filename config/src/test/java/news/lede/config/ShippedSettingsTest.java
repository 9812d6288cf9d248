package news.lede.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To write both files anew after changing a declaration, run with {@code -Dlede.write=true}. */
class ShippedSettingsTest {
    @Test
    void theShippedFileIsWhatTheDeclarationsSay() throws IOException {
        writeIfAsked("lede.yaml", ShippedSettings.writeYaml());
        assertThat(ShippedSettings.yaml()).isEqualTo(ShippedSettings.writeYaml());
    }

    @Test
    void theSchemaIsWhatTheDeclarationsSay() throws IOException {
        writeIfAsked("lede.schema.json", ShippedSettings.writeSchema());
        assertThat(ShippedSettings.schema()).isEqualTo(ShippedSettings.writeSchema());
    }

    @Test
    void readingTheShippedFileGivesTheDefaults(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lede.yaml"), ShippedSettings.yaml());

        String shipped =
                SettingsReader.read(Optional.of(file), Map.of(), List.of()).toString();

        assertThat(shipped)
                .isEqualTo(SettingsReader.read(Optional.empty(), Map.of(), List.of())
                        .toString());
    }

    @Test
    void theSchemaKnowsEveryKeyWithItsDefault() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(ShippedSettings.schema());

        for (Key<?> key : Keys.ALL) {
            JsonNode node = schema.at("/properties/" + key.name().replace(".", "/properties/"));
            assertThat(node.path("description").asText()).as(key.name()).isEqualTo(key.description());
            if (!key.type().list()) {
                assertThat(node.path("default").asText()).as(key.name()).isEqualTo(key.fallback());
            }
        }
    }

    @Test
    void everyExampleIsRight() {
        for (Key<?> key : Keys.ALL) {
            if (key == Keys.PUBLISHERS_FILE) {
                continue; // Whoever sets it has such a file.
            }
            assertThat(SettingsReader.read(Optional.empty(), Map.of(), List.of(key.name() + "=" + key.example())))
                    .as(key.name())
                    .isInstanceOf(SettingsReader.Result.Read.class);
        }
    }

    private static void writeIfAsked(String name, String text) throws IOException {
        if (Boolean.getBoolean("lede.write")) {
            for (String folder : new String[] {"src/main/resources", "target/classes"}) {
                Files.writeString(Path.of(folder, name), text);
            }
        }
    }
}
