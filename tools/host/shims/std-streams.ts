/** Stands in for `@std/streams`: the one function of it that the engine's Deno runtime uses. */
export async function toArrayBuffer(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
	return new Response(stream).arrayBuffer();
}
