import Digests
import Testing

/// What is sealed to a key stays closed to every other.
struct SealingKeyTests {
    private let key = SealingKey()
    private let bytes = Array("fnda".utf8)

    @Test func `only its own key opens a box`() throws {
        let box = try SealingKey.seal(bytes, to: key.publicBytes, for: "a ballot")
        #expect(key.opened(box, for: "a ballot") == bytes)
        #expect(SealingKey().opened(box, for: "a ballot") == nil)
        #expect(SealingKey(privateBytes: key.privateBytes)?.opened(box, for: "a ballot") == bytes)
    }

    @Test func `a box opens for its purpose only`() throws {
        let box = try SealingKey.seal(bytes, to: key.publicBytes, for: "a ballot")
        #expect(key.opened(box, for: "another ballot") == nil)
    }

    @Test func `a box with any byte changed, or cut short, does not open`() throws {
        let box = try SealingKey.seal(bytes, to: key.publicBytes, for: "a ballot")
        for place in box.indices {
            var changed = box
            changed[place] ^= 1
            #expect(key.opened(changed, for: "a ballot") == nil, "byte \(place)")
            #expect(key.opened(Array(box.prefix(place)), for: "a ballot") == nil, "cut to \(place)")
        }
    }

    @Test func `the same bytes sealed twice are two boxes of one length`() throws {
        let boxes = try (0..<20).map { _ in try SealingKey.seal(bytes, to: key.publicBytes, for: "a ballot") }
        #expect(Set(boxes).count == 20)
        #expect(Set(boxes.map(\.count)) == [bytes.count + 48])
    }

    @Test func `what is no key is none`() {
        #expect(SealingKey(privateBytes: [1, 2, 3]) == nil)
        #expect(throws: (any Error).self) { try SealingKey.seal(bytes, to: [1, 2, 3], for: "a ballot") }
    }
}
