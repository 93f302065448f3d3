import Governance
import Testing

struct ListingTests {
    @Test func `things in a sentence are set apart by commas, and the last by a word`() {
        #expect(listed([]) == "" && listed(["A"]) == "A" && listed(["A", "B"]) == "A and B")
        #expect(listed(["A", "B", "C"], by: "or") == "A, B or C")
    }

    @Test func `of like sentences the first stands`() {
        #expect(["b", "a", "b", "c", "a"].eachOnce == ["b", "a", "c"])
    }
}
