const startBytes = 16 * 1024;

/**
 * Bytes that come in pieces, copied into one place: a list of pieces of one byte each is a hundred times what it holds.
 * What comes in one piece, as most does, is not copied.
 */
export class GrowingBuffer {
  private space: Uint8Array = Buffer.alloc(0);
  private length = 0;

  add(piece: Uint8Array): void {
    if (this.length === 0) this.space = piece;
    else {
      // The first piece is full, so nothing is ever written into what is not ours.
      this.makeRoomFor(this.length + piece.length);
      this.space.set(piece, this.length);
    }
    this.length += piece.length;
  }

  bytes(): Buffer {
    return Buffer.from(this.space.buffer, this.space.byteOffset, this.length);
  }

  private makeRoomFor(length: number): void {
    if (length <= this.space.length) return;
    const space = Buffer.allocUnsafeSlow(Math.max(startBytes, length, 2 * this.space.length));
    space.set(this.space.subarray(0, this.length));
    this.space = space;
  }
}
