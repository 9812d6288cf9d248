package news.lede.discord;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Has requests asked again where that does no harm, and not where it does. Asks a second time, at once, when Discord failed with 500 or the connection broke, wherever asking twice does no harm: first answers to interactions, and all
 * that is idempotent by its method. JDA itself repeats 502 and its like but gives up on these, and a first answer that is lost can never be given again.
 *
 * <p>A first answer has 3 seconds in all, so one attempt may take {@value #FIRST_ANSWER_MILLIS} ms. When an attempt hears that the interaction is answered
 * already, the one before had arrived (OkHttp, too, repeats on a connection that died in its pool): that is success.
 *
 * <p>Further answers are posts that know no nonce: one that Discord may have taken before its front failed would stand there twice if JDA posted it again. So JDA is told of 500 then, which it does not
 * repeat.
 */
final class AnswerRetry implements Interceptor {
    private static final Pattern FIRST_ANSWER = Pattern.compile(".*/interactions/[^/]+/[^/]+/callback");
    private static final Set<String> IDEMPOTENT = Set.of("GET", "PUT", "PATCH", "DELETE");
    private static final int FIRST_ANSWER_MILLIS = 1200;
    private static final String ALREADY_ANSWERED = "40060";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        boolean firstAnswer = FIRST_ANSWER.matcher(request.url().encodedPath()).matches();
        if (!firstAnswer && !IDEMPOTENT.contains(request.method())) {
            Response response = chain.proceed(request);
            return response.code() > 500 ? response.newBuilder().code(500).build() : response;
        }
        Chain timed = firstAnswer ? chain.withReadTimeout(FIRST_ANSWER_MILLIS, TimeUnit.MILLISECONDS) : chain;
        try {
            Response response = timed.proceed(request);
            if (response.code() != 500) {
                return firstAnswer ? acceptingAnswered(response) : response;
            }
            response.close();
        } catch (IOException lost) {
            if (chain.call().isCanceled()) {
                throw lost;
            }
        }
        Response second = timed.proceed(request);
        return firstAnswer ? acceptingAnswered(second) : second;
    }

    private static Response acceptingAnswered(Response response) throws IOException {
        if (response.code() != 400 || !response.peekBody(4096).string().contains(ALREADY_ANSWERED)) {
            return response;
        }
        response.close();
        return response.newBuilder()
                .code(204)
                .message("No Content")
                .removeHeader("Content-Length")
                .body(ResponseBody.create("", null))
                .build();
    }
}
