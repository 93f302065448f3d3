package import Vocabulary

/// A zip whose members are stored as they are: the same bytes whatever library and version packs elsewhere.
///
/// Reference: PKWARE APPNOTE 6.3.10, 4.3 (local headers, central directory, end record); CRC-32 of ISO 3309.
package enum StoredZip {
    /// - Parameter members: paths with forward slashes, and bytes; in this order in the archive.
    /// - Precondition: every path is different and not empty; under 4 GiB in all and 65,535 members.
    package static func bytes(members: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        precondition(Set(members.map(\.path)).count == members.count, "a zip holds a path once")
        precondition(members.count < 65_535, "a zip without extensions holds fewer members")
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let place = archive.count
            let name = Array(member.path.utf8)
            precondition(!name.isEmpty && name.count < 65_535, "a member has a path")
            precondition(place + member.bytes.count < 4_000_000_000, "a zip without extensions is under 4 GiB")
            // Version 2.0; names in UTF-8; stored; 1 January 1980, the first day that the form knows.
            let common =
                two(20) + two(0x0800) + two(0) + two(0) + two(0x0021) + four(crc(member.bytes))
                + four(member.bytes.count) + four(member.bytes.count) + two(name.count) + two(0)
            archive += four(0x0403_4b50) + common + name + member.bytes
            directory += four(0x0201_4b50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(place) + name
        }
        let count = two(members.count)
        let end =
            four(0x0605_4b50) + two(0) + two(0) + count + count + four(directory.count) + four(archive.count) + two(0)
        return archive + directory + end
    }

    private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16 & 0xFFFF) }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 255)] }
        return Int(~crc)
    }

    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        return value
    }
}

extension ZipFile {
    /// The files of a zip, in its order.
    ///
    /// - Parameter name: for refusals.
    /// - Throws: a `Refusal` where the bytes are no zip, or one that is damaged.
    package static func members(
        of bytes: [UInt8], named name: String
    ) throws(Refusal) -> [(path: String, bytes: [UInt8])] {
        let zip = try ZipReading(ZipSource(bytes), name: name)
        var members: [(path: String, bytes: [UInt8])] = []
        for path in zip.paths where !path.hasSuffix("/") {
            members.append((path, try zip.bytes(of: path, limit: 64 << 20) ?? []))
        }
        return members
    }
}
