import Priorities
import Testing
import Vocabulary

struct SetAppealsRouteTests {
    let act = SetAppealsRoute(round: Sample.id, appeals: AppealsRoute(address: "PO Box 1", days: 40))

    @Test func `the route may be said after the round was opened`() throws {
        let round = try Round.sample(upTo: .decided).after(act, at: Sample.after(.decided))
        #expect(round.appeals?.days == 40)
    }

    @Test func `a route that was published is not changed`() throws {
        #expect(code(act, on: try .sample(upTo: .published), at: Sample.after(.published)) == "published")
    }

    @Test(arguments: [-1, 0, 36_526, Int.max])
    func `a window of no days or of more than a century is refused`(days: Int) throws {
        let none = SetAppealsRoute(round: Sample.id, appeals: AppealsRoute(address: "PO Box 1", days: days))
        #expect(code(none, on: try .sample(upTo: .opened), at: Sample.after(.opened)) == "appeals-window")
    }

    @Test func `a round that is not there is refused`() throws {
        #expect(code(act, on: nil, at: Sample.opened) == "no-such-round")
        let other = SetAppealsRoute(round: slug("other"), appeals: act.appeals)
        #expect(code(other, on: try .sample(upTo: .opened), at: Sample.after(.opened)) == "no-such-round")
    }
}
