import Needs
import Testing

struct AgeSpanTests {
    @Test(arguments: [
        ("0_4", "0-4"), ("95+", "95+"), ("7", "7"), ("ALL", "0+"), ("5-9", "5-9"), ("9_5", nil), ("", nil), ("_4", nil),
        ("0-4-9", nil), ("1000", nil), ("old", nil),
    ]) func `ages are read as publishers write them, and nothing is guessed`(text: String, shown: String?) {
        #expect(AgeSpan(published: text)?.description == shown)
    }

    @Test func `an open band is contained only in an open one`() throws {
        let (old, all) = (try #require(AgeSpan(published: "90+")), AgeSpan.all)
        let middle = try #require(AgeSpan(published: "85_94"))
        #expect(all.contains(old) && !middle.contains(old) && middle.overlaps(old) && old.overlaps(middle))
        #expect([old, middle, all].sorted() == [all, middle, old])
    }
}
