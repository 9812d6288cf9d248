package news.lede.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The {@link BrowsedDesk} of one test class, from before its first test until after its last. Where there is no browser the class is skipped. */
final class OpenDesk implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Path> folder;
    private @Nullable BrowsedDesk desk;

    /** @param folder a {@code @TempDir} of the class, which is there by then */
    OpenDesk(Supplier<Path> folder) {
        this.folder = folder;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        desk = BrowsedDesk.open(folder.get());
    }

    BrowsedDesk get() {
        return Objects.requireNonNull(desk);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (desk != null) {
            desk.close();
        }
    }
}
