import Glibc
import Vocabulary

/// The bytes of an open file or of memory, a block at a time, with a look ahead at the first of them.
final class ByteSource {
    let name: String
    /// Of a file on a disk; nil for a pipe or memory.
    let size: Int?
    private let descriptor: Int32?
    private let block: UnsafeMutableRawBufferPointer
    private var held = 0..<0
    /// The last eight bytes that went by: where gzip keeps its checksum.
    private(set) var last: [UInt8] = []
    /// True where, after the first bytes, something went by that may be the start of a further gzip stream.
    private(set) var mayBeConcatenated = false
    /// What went wrong under a callback that cannot throw.
    private(set) var failure: Refusal?
    private var hasEnded = false

    /// Takes the descriptor over and closes it at the end, unless it is standard input.
    init(descriptor: Int32, name: String) {
        self.name = name
        self.descriptor = descriptor
        self.block = .allocate(byteCount: 256 << 10, alignment: 16)
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        self.size = isFile ? Int(status.st_size) : nil
    }

    init(bytes: [UInt8], name: String) {
        self.name = name
        self.descriptor = nil
        self.size = nil
        self.block = .allocate(byteCount: max(1, bytes.count), alignment: 16)
        block.copyBytes(from: bytes)
        held = 0..<bytes.count
    }

    deinit {
        block.deallocate()
        if let descriptor, descriptor != 0 { close(descriptor) }
    }

    /// The first bytes, as many as asked for or as there are; they are still to come from `next`.
    func peek(_ count: Int) throws(Refusal) -> [UInt8] {
        while held.count < count, try fill() {}
        return Array(UnsafeRawBufferPointer(rebasing: block[held]).prefix(count))
    }

    /// The next bytes, valid until the next call; nil at the end.
    func next() throws(Refusal) -> UnsafeRawBufferPointer? {
        if held.isEmpty {
            held = 0..<0
            guard try fill() else { return nil }
        }
        let bytes = UnsafeRawBufferPointer(rebasing: block[held])
        held = 0..<0
        note(bytes)
        return bytes
    }

    /// `next` for a callback of C: nothing at the end, nil after a failure, which is kept.
    func nextForCallback() -> UnsafeRawBufferPointer? {
        do throws(Refusal) {
            return try next() ?? UnsafeRawBufferPointer(start: nil, count: 0)
        } catch {
            failure = error
            return nil
        }
    }

    /// Goes back to the file's first byte, for whoever reads it out of order; nil where it is no file.
    func rewind() -> Int32? {
        guard size != nil, let descriptor, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
        held = 0..<0
        hasEnded = false
        return descriptor
    }

    /// All that is left.
    func rest(limit: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(size ?? 0, limit))
        while let block = try next() {
            guard bytes.count + block.count <= limit else { throw .tooLarge(name, limit: limit) }
            bytes.append(contentsOf: block)
        }
        return bytes
    }

    /// Reads behind what is held; false at the end.
    private func fill() throws(Refusal) -> Bool {
        guard let descriptor, !hasEnded, held.upperBound < block.count else { return false }
        while true {
            let got = read(descriptor, block.baseAddress! + held.upperBound, block.count - held.upperBound)
            if got > 0 {
                held = held.lowerBound..<(held.upperBound + got)
                return true
            }
            if got == 0 {
                hasEnded = true
                return false
            }
            if errno != EINTR { throw .cannotRead(name, code: errno) }
        }
    }

    private func note(_ bytes: UnsafeRawBufferPointer) {
        let isFirst = last.isEmpty
        let joined = last + bytes.prefix(3)
        if !isFirst, FileFormat.gzipStarts(in: joined, from: 1) { mayBeConcatenated = true }
        if !mayBeConcatenated, FileFormat.gzipStarts(in: bytes, from: isFirst ? 1 : 0) { mayBeConcatenated = true }
        last = Array((last + bytes.suffix(8)).suffix(8))
    }
}

extension FileFormat {
    /// True where the bytes hold what may be the head of a gzip stream, at or after a place.
    static func gzipStarts(in bytes: some RandomAccessCollection<UInt8>, from place: Int) -> Bool {
        let found = bytes.withContiguousStorageIfAvailable { buffer -> Bool in
            guard let base = buffer.baseAddress, buffer.count >= place + 4 else { return false }
            var at = place
            while at + 4 <= buffer.count, let hit = memchr(base + at, 0x1F, buffer.count - at - 3) {
                at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
                if buffer[at + 1] == 0x8B, buffer[at + 2] == 8, buffer[at + 3] < 0x20 { return true }
                at += 1
            }
            return false
        }
        return found ?? false
    }
}
