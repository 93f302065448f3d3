import Challenges
import Store
import Testing
import Vocabulary

@testable import Web

/// What challenges cost, recorded in the browser against what they brought in.
struct CostAnswersTests {
    private static let path = "/activity/costs"

    @Test func `hours are recorded once, however often the form is sent`() async throws {
        let held = try HeldBundle()
        let fields =
            [
                ("what", "Looking through"), ("hours", "2.5"), ("amount", "75"), ("bundle", "\(HeldBundle.id)"),
                ("rule", "CC05"), ("known", "0"),
            ] + HeldBundle.day("2025-01-07")
        for _ in 0..<2 { #expect(try await held.served.post("\(Self.path)/new", fields).status == 303) }
        let costs = try held.desk.costs()
        #expect(costs.count == 1 && costs[0].minutes == 150 && costs[0].amount == Money(pence: 7_500))
        let page = try await held.served.ask(Self.path, as: "observer")
        #expect(page.words.contains("£0.00 agreed, £0.00 of it credited, for £75.00 of work and fees"), "\(page.words)")
        #expect(page.words.contains("Looking through"))
        #expect(try await held.served.ask("\(Self.path).csv").text.contains("7500"))
    }

    @Test func `what is wrong is told at its field, and a bundle of another commissioner is unknown`() async throws {
        let held = try HeldBundle()
        func post(_ fields: [(String, String)]) async throws -> Reply {
            try await held.served.post("\(Self.path)/new", fields + HeldBundle.day("2025-01-07"))
        }
        let without = try await post([("what", "x"), ("amount", "0")])
        #expect(without.status == 422 && without.words.contains("has neither work nor an amount"))
        let none = try await post([("what", ""), ("amount", "1")])
        #expect(none.status == 422 && none.words.contains("Say what it was for"))
        let unknown = try await post([("what", "x"), ("amount", "1"), ("bundle", "no-such")])
        #expect(unknown.status == 422 && unknown.words.contains("There is no bundle"))
        #expect(try await held.served.ask("\(Self.path)/new", as: "observer").status == 403)
        #expect(try held.desk.costs().isEmpty)
    }

    @Test func `an entry withdrawn counts no more, and says so with its reason`() async throws {
        let held = try HeldBundle()
        let fields = [("what", "Looking through"), ("hours", "2.5"), ("amount", "75"), ("known", "0")]
        #expect(try await held.served.post("\(Self.path)/new", fields + HeldBundle.day("2025-01-07")).status == 303)
        #expect(try await held.served.ask(Self.path).text.contains("/activity/costs/1/withdraw"))
        #expect(try await !held.served.ask(Self.path, as: "observer").text.contains("/withdraw"))
        let deed = "\(Self.path)/1/withdraw"
        #expect(try await held.served.ask(deed).words.contains("Looking through"))
        #expect(try await held.served.ask(deed, as: "observer").status == 403)
        #expect(try await held.served.ask("\(Self.path)/2/withdraw").status == 404)
        let blank = try await held.served.post(deed, [("reason", " ")])
        #expect(blank.status == 422 && blank.words.contains("Say what was wrong"))
        for _ in 0..<2 { #expect(try await held.served.post(deed, [("reason", "Entered twice.")]).status == 303) }
        let other = try await held.served.post(deed, [("reason", "Again.")])
        #expect(other.status == 422 && other.words.contains("was withdrawn on"), "\(other.words)")
        let page = try await held.served.ask(Self.path)
        #expect(page.words.contains("for £0.00 of work and fees") && page.words.contains("Entered twice."))
        #expect(try held.desk.costs().isEmpty && held.desk.recordedCosts().count == 1)
    }

    @Test func `a list of costs is looked at, recorded whole, and recorded once`() async throws {
        let held = try HeldBundle()
        let header = "Day,Provider,Rule,Bundle,Hours,Pounds an hour,Fee,What\n"
        let faulty = header + "2025-01-07,,,,,,100,Support unit\nsoon,,,,,,1,x\n"
        let wrong = try await held.upload("file", Array(faulty.utf8), named: "c.csv", on: nil, at: Self.path)
        #expect(wrong.words.contains("2 read = 1 kept + 1 refused") && wrong.words.contains("not taken in"))
        let good =
            header + "2025-01-07,,CC05,\(HeldBundle.id),2.5,30,,Looking through\n2025-01-07,,,,,,100,Support unit\n"
        let looked = try await held.upload("file", Array(good.utf8), named: "c.csv", on: nil, at: Self.path)
        #expect(looked.words.contains("Record 2 entries") && looked.words.contains("£175.00"), "\(looked.words)")
        for _ in 0..<2 { #expect(try await held.confirm("file", looked, at: Self.path).status == 303) }
        #expect(try held.desk.costs().count == 2)
        let again = try await held.upload("file", Array(good.utf8), named: "c.csv", on: nil, at: Self.path)
        #expect(again.status == 422 && again.words.contains("was taken in already"))
    }
}
