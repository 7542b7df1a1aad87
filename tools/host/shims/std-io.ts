/** Stands in for `@std/io`: the one function of it that the engine's Deno runtime uses. */
export async function writeAll(writer: { write(data: Uint8Array): Promise<number> }, data: Uint8Array): Promise<void> {
	let written = 0;
	while (written < data.length) {
		written += await writer.write(data.subarray(written));
	}
}
