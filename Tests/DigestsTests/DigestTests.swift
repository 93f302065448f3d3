import Digests
import Testing
import Vocabulary

@Suite struct DigestTests {
    @Test(
        "published: FIPS 180-4, NIST's example vectors",
        arguments: [
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ])
    func published(text: String, digest: String) {
        #expect(Digest.of(text).description == digest)
        #expect(Digest.of(Array(text.utf8)).description == digest)
    }

    @Test func `the order of an object's keys does not change its digest`() {
        let one: JSONValue = ["a": 1, "b": [true, .null]]
        let other: JSONValue = ["b": [true, .null], "a": 1]
        #expect(Digest.of(one) == Digest.of(other))
        #expect(Digest.of(one) != Digest.of(["a": 2, "b": [true, .null]]))
    }
}
