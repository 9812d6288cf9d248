package news.lede.command;

import java.io.IOException;

/** A file that somebody handed over with a call. It is fetched when it is read, so after it was found that they may. */
@FunctionalInterface
public interface Upload {
    /**
     * Its bytes; of more than {@code most}, the first {@code most} or more.
     *
     * @throws IOException if it cannot be had, saying why without any address
     */
    byte[] read(int most) throws IOException;
}
