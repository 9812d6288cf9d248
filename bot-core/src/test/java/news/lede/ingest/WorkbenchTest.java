package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private final Workbench workbench = new Workbench();

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void documentsLargerThanAllRoomAreWorkedOnToo() throws InterruptedException {
        assertThat(workbench.work(Integer.MAX_VALUE, () -> "done")).isEqualTo("done");
        assertThat(workbench.work(0, () -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void whatBreaksTheWorkReachesWhoeverAskedAndTakesUpNoRoom() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> workbench.work(Integer.MAX_VALUE, () -> {
                        throw new IllegalStateException("odd document");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("odd document");
            assertThatThrownBy(() -> workbench.work(Integer.MAX_VALUE, () -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }
}
