import Rulebook
import Tabular
import Testing
import Vocabulary

struct RulesTableTests {
    @Test func `the list for programs has the published keys and the rules of the day`() throws {
        let json = Rulebook.shipped.json(on: day("2022-06-01"))
        guard case .list(let rules) = json["rules"] else { return #expect(Bool(false), "no list of rules") }
        let threshold = try #require(rules.first { $0["id"] == "dental.yearEnd.threshold" })
        #expect(threshold["value"] == .decimal(90) && threshold["unit"] == "%")
        #expect(threshold["validFrom"] == "2022-04-01" && threshold["validTo"] == "2023-04-01")
        #expect(threshold["verified"] == true && threshold["source"] != nil && threshold["note"] != nil)
        #expect(json["on"] == "2022-06-01")
        let ids = rules.map { $0["id"]!.canonical }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `without a day every rule is listed, and an open end is null`() throws {
        let json = Rulebook.shipped.json(on: nil)
        guard case .list(let rules) = json["rules"] else { return #expect(Bool(false), "no list of rules") }
        #expect(rules.count == Rulebook.shipped.rules.count)
        #expect(rules.contains { $0["validTo"] == .null } && json["on"] == .null)
    }

    @Test func `money in the list is whole pence and says so`() throws {
        let floor = try Rulebook.shipped.rule("dental.udaValue.floor", on: day("2022-11-25")).json
        #expect(floor["value"] == 2_300 && floor["unit"] == "pence")
    }

    @Test func `the unverified rules stand first and are counted in a note`() throws {
        let table = Rulebook.shipped.table(on: nil)
        let flags = table.rows.map { $0[0] }
        let unread = flags.prefix { $0 == .flag(false) }.count
        #expect(unread == Rulebook.shipped.unverified.count && unread > 0)
        #expect(!flags.dropFirst(unread).contains(.flag(false)))
        #expect(table.notes.first?.hasPrefix("\(unread) of \(Rulebook.shipped.rules.count) rules") == true)
        #expect(Rulebook.shipped.table(on: day("2024-04-01")).caption == "Rules in force on 1 April 2024")
    }
}
