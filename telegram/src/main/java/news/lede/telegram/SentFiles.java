package news.lede.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import news.lede.command.Uploads;
import news.lede.telegram.Calls.Result;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;

/** Files that people sent: fetched when they are read. The library would fetch them from the real service alone, whatever address is set. */
final class SentFiles {
    private final Calls calls;
    private final OkHttpClient http;
    private final TelegramUrl address;
    private final Token token;

    SentFiles(Calls calls, OkHttpClient http, TelegramUrl address, Token token) {
        this.calls = calls;
        this.http = http;
        this.address = address;
        this.token = token;
    }

    /** The file of that id, if there is one. */
    Uploads uploads(Optional<String> id, Instant until) {
        return id.<Uploads>map(file -> _ -> Optional.of(most -> read(file, most, until)))
                .orElse(Uploads.NONE);
    }

    private byte[] read(String id, int most, Instant until) throws IOException {
        String path = path(id, until);
        HttpUrl url = new HttpUrl.Builder()
                .scheme(address.getSchema())
                .host(address.getHost())
                .port(address.getPort())
                .addPathSegment("file")
                .addPathSegment("bot" + token.value())
                .addPathSegments(path)
                .build();
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the service answered " + response.code());
            }
            try (InputStream in = response.body().byteStream()) {
                return in.readNBytes(most);
            }
        } catch (IOException e) {
            // What a library says of an address has the token in it.
            throw new IOException(token.hiddenIn(String.valueOf(e.getMessage())));
        }
    }

    private String path(String id, Instant until) throws IOException {
        try {
            return switch (calls.call(new GetFile(id), until)) {
                case Result.Done<File>(File file) when file.getFilePath() != null -> file.getFilePath();
                case Result.Done<File> _ -> throw new IOException("the service has the file no more");
                case Result.Failed<File>(Failure failure) -> throw new IOException(failure.reason());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while fetching a file", e);
        }
    }
}
