const startBytes = 16 * 1024;

/** Bytes that come in pieces, copied into one place: a list of pieces of one byte each is a hundred times what it holds. */
export class GrowingBuffer {
  private space = Buffer.allocUnsafeSlow(startBytes);
  private length = 0;

  add(piece: Uint8Array): void {
    const length = this.length + piece.length;
    if (length > this.space.length) {
      const space = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.space.length));
      this.space.copy(space, 0, 0, this.length);
      this.space = space;
    }
    this.space.set(piece, this.length);
    this.length = length;
  }

  bytes(): Buffer {
    return this.space.subarray(0, this.length);
  }
}
