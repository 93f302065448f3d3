import Testing
import Vocabulary

@testable import Files

struct CompressionTests {
    @Test(arguments: [0, 1, 100, 65_535, 65_536, 1_000_000])
    func `what was compressed comes back as it was`(size: Int) throws {
        let bytes = Array(rows(size / 10 + 1).prefix(size))
        let small = Compression.gzip(bytes)
        #expect(try Compression.gunzip(small) == bytes)
        #expect(Compression.gzip(bytes) == small, "equal bytes have equal answers")
        if size > 1_000 { #expect(small.count < bytes.count) }
    }

    @Test func `a check over published text has the published value`() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        var check = CyclicCheck()
        Array("123456789".utf8).withUnsafeBytes { check.update($0) }
        #expect(check.value == 0xCBF4_3926)
    }

    @Test func `what was received comes back only where its digest and its size say so`() throws {
        let rows = Array("CONTRACT,UDA".utf8)
        let digest = EvidenceID(bytes: [UInt8](repeating: 1, count: 32))
        let other = EvidenceID(bytes: [UInt8](repeating: 2, count: 32))
        for (kept, isGzip) in [(rows, false), (Compression.gzip(rows), true)] {
            func received(_ size: Int, _ found: EvidenceID) throws(Refusal) -> [UInt8] {
                try Compression.received(kept, isGzip: isGzip, size: size, as: digest) { _ in found }
            }
            #expect(try received(rows.count, digest) == rows)
            #expect(refusal { _ = try received(rows.count, other) }?.code == "bytes-altered")
            #expect(refusal { _ = try received(rows.count - 1, digest) }?.code == "bytes-altered")
        }
    }

    @Test func `what is not compressed is refused`() {
        #expect(refusal { _ = try Compression.gunzip(Array("CONTRACT,UDA".utf8)) }?.code == "file-damaged")
        #expect(refusal { _ = try Compression.gunzip([]) }?.kind == .input)
    }

    @Test func `more than the limit is refused`() {
        let bomb = Compression.gzip([UInt8](repeating: 0, count: 1_000_000))
        #expect(bomb.count < 2_000)
        #expect(refusal { _ = try Compression.gunzip(bomb, limit: 999_999) }?.code == "file-too-large")
    }

    @Test func `a zip is the same on every day, and a path stands in it once`() throws {
        let members = [("letters/é.docx", [UInt8](repeating: 7, count: 3_000)), ("b.txt", [])]
        let zip = ZipFile.bytes(members: members)
        #expect(ZipFile.bytes(members: members) == zip)
        let reading = try ZipReading(ZipSource(zip), name: "letters.zip")
        #expect(reading.paths == ["letters/é.docx", "b.txt"])
        #expect(try reading.bytes(of: "letters/é.docx", limit: 10_000) == members[0].1)
        #expect(try reading.bytes(of: "b.txt", limit: 10) == [])
    }
}
