package news.lede.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // UTF-8 whatever the locale says: news has every letter, and programs that read --json expect it.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Streams streams = new Streams(System.in, out, err, System.console() != null);
        int exitCode = CommandLineProgram.run(args, new Surroundings(streams, System.getenv(), Clock.systemUTC()));
        out.flush();
        System.exit(exitCode);
    }
}
