import Publication
import Testing

struct PublishedFileTests {
    @Test func `a file is its path and its bytes`() {
        #expect(PublishedFile(path: "a", bytes: [1]) == PublishedFile(path: "a", bytes: [1]))
    }
}
