import Publication
import Testing
import Vocabulary

struct HeadApartTests {
    private let head = String(repeating: "ab", count: 32)
    private let manifest = String(repeating: "cd", count: 32)

    @Test func `what is written is read`() throws {
        let apart = try #require(HeadApart(reading: "line 12\nhead \(head)\nmanifest \(manifest)\n"))
        #expect(apart.sequence == 12)
        #expect(apart.head.description == head)
        #expect(apart.manifest?.description == manifest)
        #expect(HeadApart(reading: apart.text(of: "“Dentistry” (dental)")) == apart)
    }

    @Test func `a sentence of minutes and a bare digest are read too`() throws {
        let minutes = "Minute 7: the record's journal head is (line 12, head \(head.uppercased()))."
        #expect(HeadApart(reading: minutes)?.sequence == 12)
        #expect(HeadApart(reading: minutes)?.head.description == head)
        let bare = try #require(HeadApart(reading: " \(head)\n"))
        #expect(bare.head.description == head && bare.manifest == nil && bare.sequence == nil)
    }

    @Test(arguments: ["", "head", "head abcd", "manifest \(String(repeating: "cd", count: 32))"])
    func `a text without the digest of a head is none`(text: String) {
        #expect(HeadApart(reading: text) == nil)
    }

    @Test func `the file stands beside the folder, however that is written`() {
        #expect(HeadApart.path(beside: "out") == "out.head.txt")
        #expect(HeadApart.path(beside: "a/out//") == "a/out.head.txt")
    }
}
