package news.lede.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.SlashCommandInteraction;
import news.lede.command.Upload;
import news.lede.command.Uploads;

/** A file that came with a command: fetched when it is read. */
final class Attached {
    /** Somebody waits; what has not come by then is sent again sooner. */
    private static final long PATIENCE_SECONDS = 20;

    private Attached() {}

    /** Of several, the first. */
    static Uploads to(SlashCommandInteraction interaction) {
        return _ -> interaction.getOptions().stream()
                .filter(option -> option.getType() == OptionType.ATTACHMENT)
                .map(OptionMapping::getAsAttachment)
                .findFirst()
                .map(Attached::upload);
    }

    private static Upload upload(Message.Attachment file) {
        return most -> {
            try (InputStream in = file.getProxy().download().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return in.readNBytes(most);
            } catch (ExecutionException | TimeoutException e) {
                // The address holds a signature and is not told.
                throw new IOException("the attachment could not be fetched: "
                        + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while fetching an attachment", e);
            }
        };
    }
}
