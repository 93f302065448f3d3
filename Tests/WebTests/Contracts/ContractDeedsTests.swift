import Access
import Contracts
import Store
import Testing
import Vocabulary

@testable import Web

/// What is settled about a contract in the browser: by its commissioner's people, with a reason, or not at all.
struct ContractDeedsTests {
    private static func held() throws -> (served: Served, contract: TermsHeld) {
        let served = try Served()
        let desk = try served.site.desks.current()
        let terms = try #require(
            desk.book.terms.first {
                $0.terms.commissioner == served.commissioner && $0.terms.lines.contains { $0.value > .zero }
            })
        return (served, terms)
    }

    private static func lines(_ served: Served) throws -> Int {
        try served.store.read { db in try Journal.head(db).sequence }
    }

    @Test func `each can be begun from the contract's page, and asks before it records`() async throws {
        let (served, held) = try Self.held()
        let path = "/contracts/\(held.terms.contract)"
        let page = try await served.ask(path, as: "contract-manager")
        let lines = try Self.lines(served)
        for deed in ["rule", "release", "agree"] {
            #expect(page.text.contains("href=\"\(path)/\(deed)\""), "\(deed)")
            #expect(try await served.ask("\(path)/\(deed)", as: "contract-manager").status == 200)
            let blank = try await served.post("\(path)/\(deed)", [], as: "contract-manager")
            #expect(blank.status == 422 && blank.words.contains("There is a problem"), "\(deed)")
        }
        #expect(try Self.lines(served) == lines)
    }

    @Test func `only people of its commissioner settle it`() async throws {
        let (served, held) = try Self.held()
        let path = "/contracts/\(held.terms.contract)"
        served.keeper.add(
            "elsewhere",
            [Grant(role: .contractManager, commissioner: OrganisationCode("QXX"), since: TestDoorkeeper.day)])
        let lines = try Self.lines(served)
        for who in ["elsewhere", "observer", "panel-member"] {
            #expect(try await !served.ask(path, as: who).text.contains("Settle something"), "\(who)")
            for deed in ["accept", "rule", "release", "agree"] {
                #expect(try await served.ask("\(path)/\(deed)", as: who).status == 403, "\(who) \(deed)")
                #expect(try await served.post("\(path)/\(deed)", [("reason", "x")], as: who).status == 403)
            }
        }
        #expect(try Self.lines(served) == lines)
        let unknown = try await served.ask("/contracts/0000000000/rule", as: "contract-manager")
        #expect(unknown.status == 404)
    }

    @Test func `a ruling is recorded with its reason, and a contradictory one is told at its field`() async throws {
        let (served, held) = try Self.held()
        let path = "/contracts/\(held.terms.contract)/rule"
        let wrong = try await served.post(
            path,
            [
                ("type", "GDS"), ("term", "ends"), ("ends-day", "31"), ("ends-month", "3"), ("ends-year", "2027"),
                ("reason", "Agreement of 2021."),
            ], as: "contract-manager")
        #expect(
            wrong.status == 422 && wrong.text.contains("#asked-ends-day") && wrong.text.contains("Agreement of 2021."))
        let done = try await served.post(
            path, [("type", "PDS"), ("term", "openEnded"), ("reason", "Agreement of 2021.")], as: "contract-manager")
        #expect(done.status == 303 && done.location == "/contracts/\(held.terms.contract)", "\(done.words)")
        let digest = try await served.post(
            path, [("type", "PDS"), ("term", "openEnded"), ("reason", "Again."), ("evidence", "12")],
            as: "contract-manager")
        #expect(digest.status == 422 && digest.text.contains("#asked-evidence"))
    }

    @Test func `money is released from a line, and never more than the line carries`() async throws {
        let (served, held) = try Self.held()
        let path = "/contracts/\(held.terms.contract)/release"
        let line = try #require(held.terms.lines.first { $0.value > .zero })
        func fields(_ amount: String, from year: String = "2026") -> [(String, String)] {
            [
                ("line", line.service.rawValue), ("kind", "handBack"), ("amount", amount), ("notice-day", "1"),
                ("notice-month", "2"), ("notice-year", "2025"), ("from-day", "1"), ("from-month", "4"),
                ("from-year", year), ("reason", "Letter of 1 February."),
            ]
        }
        let more = try await served.post(path, fields("999999999"), as: "contract-manager")
        #expect(more.status == 422 && more.text.contains("#asked-amount"))
        let early = try await served.post(path, fields("1", from: "2024"), as: "contract-manager")
        #expect(early.status == 422 && early.text.contains("#asked-from-day"))
        let done = try await served.post(path, fields("1"), as: "contract-manager")
        #expect(done.status == 303, "\(done.words)")
        let nhs = try await served.post(
            path, fields("1").map { $0.0 == "reason" ? ("reason", "Patient 9434765919 moved.") : $0 },
            as: "contract-manager")
        #expect(nhs.status == 422 && nhs.words.contains("an NHS number") && !nhs.words.contains("journal"))
    }

    @Test func `an agreement is for a year that is judged, at the target or more`() async throws {
        let (served, held) = try Self.held()
        let number = held.terms.contract
        let desk = try served.site.desks.current()
        let year = try #require(desk.book.years(of: number).last?.year)
        let path = "/contracts/\(number)/agree"
        let less = try await served.post(
            path, [("year", "\(year)"), ("percent", "90"), ("settlement", "paid"), ("reason", "Letters.")],
            as: "contract-manager")
        #expect(less.status == 422 && less.text.contains("#asked-percent"))
        let far = try await served.post(
            path, [("year", "\(year)"), ("percent", "900"), ("settlement", "paid"), ("reason", "Letters.")],
            as: "contract-manager")
        #expect(far.status == 422)
    }
}
