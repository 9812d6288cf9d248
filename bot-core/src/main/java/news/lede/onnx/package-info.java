/** The sentence embedding behind {@link news.lede.topic.Embedder}: MiniLM-L6-v2 on ONNX Runtime. Only {@code app} names this package. */
@NullMarked
package news.lede.onnx;

import org.jspecify.annotations.NullMarked;
