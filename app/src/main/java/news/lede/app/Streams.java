package news.lede.app;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a run reads and writes. {@code terminal}: whether a person sits at both ends. */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
