/// A file as it was received: what every figure made from it names.
public struct Source: Hashable, Sendable {
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public let digest: EvidenceID
    /// The file's own name, without its folders.
    public let name: String
    public let publisher: String
    public let licence: String
    /// The length in bytes.
    public let size: Int

    public init(digest: EvidenceID, name: String, publisher: String, licence: String, size: Int) {
        self.digest = digest
        self.name = name
        self.publisher = publisher
        self.licence = licence
        self.size = size
    }
}

/// The digest by which a source, a working or an act is cited: SHA-256, 64 lower-case hexadecimal digits.
public struct EvidenceID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let description: String

    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.description = String(text)
    }

    /// - Precondition: 32 bytes.
    public init(bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        precondition(text.count == 64, "a SHA-256 digest has 32 bytes")
        self.description = String(decoding: text, as: UTF8.self)
    }

    /// The first 12 digits, for people.
    public var short: String { String(description.prefix(12)) }

    public static func < (left: EvidenceID, right: EvidenceID) -> Bool {
        left.description < right.description
    }
}
