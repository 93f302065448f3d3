import Testing
import Vocabulary

@testable import Files

/// Published vectors: FIPS 180-4 examples (NIST CSRC, "SHA256").
struct DigestTests {
    @Test func `three letters have the published digest`() {
        let published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Digest.of(text: "abc").description == published)
    }

    @Test func `nothing has the digest of nothing`() {
        let published = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(Digest.of([]).description == published)
    }

    @Test func `bytes digested in pieces have the digest of the whole`() {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for size in [1, 63, 64, 65, 4_096] {
            var digest = Digest()
            for start in stride(from: 0, to: bytes.count, by: size) {
                digest.update(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(digest.finish() == Digest.of(bytes), "in pieces of \(size)")
        }
    }

    @Test func `a sequence without contiguous storage has the same digest`() {
        #expect(Digest.of((0..<100).lazy.map { UInt8($0) }) == Digest.of((0..<100).map { UInt8($0) }))
    }
}
