package news.lede.command;

import java.time.Instant;
import java.util.Map;
import news.lede.community.Asker;
import news.lede.community.WorkspaceId;

/** A kind of thing in a workspace that commands change: what is written down of it, and how it is brought back. Thread-safe. */
interface Matter {
    /** The word the audit log has for it. */
    String action();

    /** The fields of one of them as they are now, those that are set; empty: there is none. */
    Map<String, String> read(WorkspaceId workspace, String subject);

    /** Makes its fields these and no others; empty: takes it away. False if it cannot be so any more; then nothing was changed. */
    boolean write(Asker asker, String subject, Map<String, String> fields, Instant now);
}
