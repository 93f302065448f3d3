import Testing
import Vocabulary

@testable import Files

struct StoredZipTests {
    @Test func `what is stored is read again by the library that reads every zip`() throws {
        let members: [(path: String, bytes: [UInt8])] = [
            ("word/document.xml", Array("Grüße".utf8)), ("empty", []), ("ü.txt", [0, 255, 10]),
        ]
        let bytes = StoredZip.bytes(members: members)
        let read = try ZipFile.members(of: bytes, named: "t.zip")
        #expect(read.map(\.path) == members.map(\.path))
        #expect(read.map(\.bytes) == members.map(\.bytes))
        #expect(StoredZip.bytes(members: members) == bytes)
    }

    /// The check value that the CRC-32 of ISO 3309 has for these nine digits.
    @Test func `the checksum is that of ISO 3309`() {
        let bytes = StoredZip.bytes(members: [("a", Array("123456789".utf8))])
        #expect(Array(bytes[14..<18]) == [0x26, 0x39, 0xF4, 0xCB])
    }
}
