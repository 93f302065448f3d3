import Testing
import Vocabulary

struct EvidenceIDTests {
    static let digits = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    @Test func `a digest is the same from its bytes and from its text`() throws {
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
            UInt8(Self.digits.dropFirst(place).prefix(2), radix: 16)
        }
        let digest = EvidenceID(bytes: bytes)
        #expect(EvidenceID(Self.digits) == digest)
        #expect(digest.description == Self.digits)
        #expect(digest.short == "e3b0c44298fc")
    }

    @Test(arguments: [
        "", String(digits.dropLast()), digits + "0", digits.uppercased(), "g" + digits.dropFirst(),
    ])
    func `what is no digest is refused`(text: String) {
        #expect(EvidenceID(text) == nil)
    }

    @Test func `a digest of another length stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = EvidenceID(bytes: [1, 2, 3]) }
    }

    @Test func `a source is what its parts are`() throws {
        let digest = try #require(EvidenceID(Self.digits))
        let source = Source(digest: digest, name: "a.csv", publisher: "NHSBSA", licence: "OGL v3.0", size: 0)
        #expect(
            source == Source(digest: digest, name: "a.csv", publisher: "NHSBSA", licence: "OGL v3.0", size: 0)
        )
        #expect(!(digest < digest))
    }
}
