/// What a file is, by its first bytes; its name has no say.
enum FileFormat: Equatable {
    case plain
    case gzip
    case xz
    case bzip2
    case zstd
    case zip
    /// Excel's and Word's format before 2007, and any Office file under a password.
    case olderOffice
    case pdf

    /// As many first bytes as telling formats apart takes.
    static let bytesNeeded = 8

    init(first: some Collection<UInt8>) {
        let signatures: [(FileFormat, [UInt8])] = [
            (.gzip, [0x1F, 0x8B]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (.bzip2, Array("BZh".utf8)),
            (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
            (.olderOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.pdf, Array("%PDF-".utf8)),
        ]
        self = signatures.first { first.starts(with: $0.1) }?.0 ?? .plain
        // "BZh" may begin a word of text; bzip2 follows it with a digit for the block size and its own mark.
        if self == .bzip2, !first.dropFirst(4).starts(with: [0x31, 0x41, 0x59]) { self = .plain }
    }

    var isCompressed: Bool { [.gzip, .xz, .bzip2, .zstd].contains(self) }
}

/// True where a block of 512 bytes heads a tar archive: its checksum is that of its bytes, or it is blank.
func isTarHeader(_ block: some Collection<UInt8>) -> Bool {
    let header = Array(block.prefix(512))
    guard header.count == 512 else { return false }
    if header.allSatisfy({ $0 == 0 }) { return true }
    // The checksum is taken as if its own eight places were blank.
    let sum = header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(header[$1])) }
    let digits = header[148..<156].drop { $0 == 32 }.prefix { (48...55).contains($0) }
    return !digits.isEmpty && digits.reduce(0) { $0 * 8 + Int($1 - 48) } == sum
}
