import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

/// Who loses and who gains by changes of sites.
struct CompareAccessTests {
    private func outcome(_ changes: AccessChange..., travel: AccessQuestion.TravelTable? = nil) throws
        -> AccessComparison
    {
        try CompareAccess.outcome(Village.question(travel: travel), changes: changes)
    }

    private func code(_ changes: [AccessChange], travel: AccessQuestion.TravelTable? = nil) -> String? {
        do {
            _ = try CompareAccess.outcome(Village.question(travel: travel), changes: changes)
            return nil
        } catch { return error.code }
    }

    @Test func `a closure takes from those who came, and from nobody else`() throws {
        let found = try outcome(.close("s"))
        #expect(found.areas.map(\.fate) == [.loses, .loses, .same, .same])
        #expect(found.asked.losing == 1_500 && found.asked.losingAll == 1_000 && found.asked.net == -3_000)
        #expect(found.fifths.map(\.group.losing) == [1_000, 500, 0] && found.beyond.losing == 0)
        #expect(found.changed.map(\.before.area.code) == ["A", "B"] || found.changed.count == 2)
    }

    @Test func `what comes over the border is told apart`() throws {
        let found = try outcome(.supply("n", 2_000))
        #expect(found.asked.gaining == 500 && found.beyond.gaining == 500)
        #expect(found.asked.net == 500 && found.beyond.net == 500)
    }

    @Test func `a move gives to the ones and takes from the others, and net is nothing where all stay in reach`() throws
    {
        let found = try outcome(.move("s", to: Village.place(9)))
        #expect(found.areas.map(\.fate) == [.loses, .loses, .same, .gains])
        #expect(found.asked.gainingFirst == 100 && found.asked.losingAll == 1_000)
        #expect(abs(found.asked.net) < 1e-6)
    }

    @Test func `a new site gives where nobody had one`() throws {
        let site = AccessSite(code: "new", name: "New", place: Village.place(9), supply: 250)
        let found = try outcome(.add(site))
        #expect(found.asked.gainingFirst == 100 && found.asked.net == 250)
        #expect(abs(found.after.supplyReached - found.after.supplyShared) < 1e-9)
        #expect(abs(found.before.supplyReached - found.before.supplyShared) < 1e-9)
    }

    @Test func `a change that cannot be is refused`() {
        #expect(code([]) == "no-changes")
        #expect(code([.close("q")]) == "no-such-site" && code([.close("s"), .close("s")]) == "no-such-site")
        #expect(code([.supply("s", -1)]) == "negative-supply")
        #expect(code([.add(Village.sites[0])]) == "site-twice")
    }

    @Test func `with a table of travel a site cannot come where no way is known`() {
        let travel = AccessQuestion.TravelTable(
            unit: "minutes", ways: [.init(area: "A", site: "s", cost: 1), .init(area: "A", site: "new", cost: 3)])
        let site = AccessSite(code: "other", name: "", place: nil, supply: 5)
        #expect(code([.move("s", to: Village.place(1))], travel: travel) == "no-way-known")
        #expect(code([.add(site)], travel: travel) == "no-way-known")
        #expect(code([.add(.init(code: "new", name: "", place: nil, supply: 5))], travel: travel) == nil)
    }
}
