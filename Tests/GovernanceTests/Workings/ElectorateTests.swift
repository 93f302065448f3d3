import Testing
import Vocabulary

@testable import Governance

struct ElectorateTests {
    private typealias Sample = CommitteeSample

    @Test func `whoever votes does so in person, as a deputy or through a proxy who is there`() {
        let electorate = Electorate(
            seats: Sample.seats("a", "b ?", "c ?", "d >c", "e -", "f ~"),
            proxies: [Proxy(principal: Sample.slug("b"), holder: Sample.slug("e"))])
        #expect(
            electorate.voters == [
                Sample.slug("a"): Sample.slug("a"), Sample.slug("b"): Sample.slug("e"),
                Sample.slug("d"): Sample.slug("d"),
            ])
    }

    @Test func `two deputies of one member have one vote between them`() {
        let electorate = Electorate(seats: Sample.seats("c ?", "e >c", "d >c"), proxies: [])
        #expect(Array(electorate.voters.keys) == [Sample.slug("d")])
    }

    @Test func `the deputy of a member without a vote has none`() {
        #expect(Electorate(seats: Sample.seats("c ? -", "d >c"), proxies: []).voters.isEmpty)
    }
}
