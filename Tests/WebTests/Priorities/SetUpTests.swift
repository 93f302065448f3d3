import Access
import Exemplar
import Files
import HTTPTypes
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// A round begun and set up by forms alone, one thing a page.
struct SetUpTests {
    private static let root = "/rounds/new-clinics/manage"

    private static let round: [(String, String)] = [
        ("title", "What comes first with £200,000?"), ("round", "new-clinics"), ("programme", "Community dental care"),
        ("commissioner", Exemplar.commissioners[0].code.description), ("benefit", "whole"),
        ("appeals", "Harbour House, Otterhythe"), ("days", "28"),
    ]

    private static let source: [(String, String)] = [
        ("year", "2026/27"), ("title", "Contract that ended"), ("kind", "recurrent"), ("amount", "200,000"),
    ]

    private static let criterion: [(String, String)] = [
        ("title", "Health gained"), ("id", "health"), ("meaning", "Pain prevented."), ("unit", "points"),
        ("at-0", "0"), ("value-0", "0"), ("says-0", "nothing"), ("at-1", "10"), ("value-1", "100"),
        ("says-1", "the best"), ("outside", "refused"),
    ]

    private static func begun() async throws -> Served {
        let served = try Served()
        let reply = try await served.post("/rounds/new", round)
        #expect(reply.status == 303 && reply.location == root, "\(reply.words)")
        return served
    }

    private static func held(_ served: Served) throws -> Round {
        try RoundDesk(served.store).round(Slug("new-clinics")!)
    }

    private static func post(_ served: Served, _ part: String, _ pairs: [(String, String)]) async throws -> Reply {
        try await served.post(root + part, pairs)
    }

    private static func changed(_ pairs: [(String, String)], _ changes: [String: String]) -> [(String, String)] {
        pairs.map { ($0.0, changes[$0.0] ?? $0.1) }
            + changes.filter { change in !pairs.contains { $0.0 == change.key } }
            .map { ($0.key, $0.value) }
    }

    @Test func `a round is begun, and each page leads on to the next`() async throws {
        let served = try await Self.begun()
        let round = try Self.held(served)
        #expect(round.title == "What comes first with £200,000?" && round.appeals?.days == 28)
        #expect(round.programme.commissioner == Exemplar.commissioners[0].code)
        let hub = try await served.ask(Self.root)
        #expect(hub.text.contains("href=\"\(Self.root)/money\""))
        for part in [
            "/money", "/money/new-source", "/money/new-lock", "/money/new-rule", "/criteria", "/new-criterion", "/pack",
            "/options-form",
        ] {
            #expect(try await served.ask(Self.root + part).status == 200, "\(part)")
        }
        let list = try await served.ask("/rounds")
        #expect(list.text.contains("href=\"/rounds/new\""))
    }

    @Test(arguments: [
        ("title", ""), ("round", ""), ("round", "Not A Slug"), ("round", "new"), ("programme", ""),
        ("commissioner", "QXX"), ("benefit", ""), ("days", ""), ("days", "0"), ("appeals", ""),
    ])
    func `what is missing or wrong is told at its field, and nothing is begun`(field: String, value: String)
        async throws
    {
        let served = try Served()
        let reply = try await served.post("/rounds/new", Self.changed(Self.round, [field: value]))
        #expect(reply.status == 422 && reply.text.contains("href=\"#asked-\(field)\""), "\(reply.words)")
        #expect(try RoundDesk(served.store).rounds().isEmpty)
    }

    @Test func `a round is not begun twice, nor for a commissioner whose rounds one does not run`() async throws {
        let served = try await Self.begun()
        let again = try await served.post("/rounds/new", Self.round)
        #expect(again.status == 422 && again.text.contains("#asked-round"))
        for who in ["analyst", "observer", "administrator"] {
            #expect(try await served.post("/rounds/new", Self.round, as: who).status == 403, "\(who)")
        }
    }

    @Test func `money is added, changed and taken out, and years stand without a gap`() async throws {
        let served = try await Self.begun()
        #expect(try await Self.post(served, "/money/new-source", Self.source).status == 303)
        let far = try await Self.post(
            served, "/money/new-source", Self.changed(Self.source, ["year": "2028/29", "kind": "slippage"]))
        #expect(far.status == 303)
        #expect(try Self.held(served).envelope?.years.map(\.year.start) == [2026, 2027, 2028])
        let page = try await served.ask("\(Self.root)/money/sources/2026/0")
        let saved = try await Self.post(
            served, "/money/sources/2026/0", page.sending(["kind": "recurrent", "amount": "150,000", "step": "send"]))
        #expect(saved.status == 303, "\(saved.words)")
        #expect(try Self.held(served).envelope?.all(in: FinancialYear(startingIn: 2026)) == Money(pence: 15_000_000))
        // The page was overtaken: the other's figure is told, and nothing is lost.
        let stale = try await Self.post(
            served, "/money/sources/2026/0", page.sending(["kind": "recurrent", "amount": "1", "step": "send"]))
        #expect(stale.status == 422 && stale.words.contains("£150,000"), "\(stale.words)")
        let out = try await Self.post(served, "/money/sources/2028/0", [("step", "remove")])
        #expect(out.status == 303, "\(out.words)")
        #expect(try Self.held(served).envelope?.years.map(\.year.start) == [2026])
        for (field, value) in [("year", "soon"), ("title", ""), ("kind", ""), ("amount", "-5"), ("amount", "many")] {
            let reply = try await Self.post(served, "/money/new-source", Self.changed(Self.source, [field: value]))
            #expect(reply.status == 422 && reply.text.contains("href=\"#asked-\(field)\""), "\(field) \(value)")
        }
        let mistyped = try await Self.post(served, "/money/new-source", Self.changed(Self.source, ["year": "2199/00"]))
        #expect(mistyped.status == 422)
    }

    @Test func `money is begun with what the contract data have, once`() async throws {
        let served = try await Self.begun()
        let page = try await served.ask("\(Self.root)/money/from-contracts")
        #expect(page.status == 200 && page.words.contains("Not in it:"), "\(page.words)")
        let taken = try await Self.post(served, "/money/from-contracts", [])
        #expect(taken.status == 303, "\(taken.words)")
        let envelope = try Self.held(served).envelope
        #expect(envelope?.years.count == MovableEnvelope.yearCount)
        let again = try await Self.post(served, "/money/from-contracts", [])
        #expect(again.status == 422 && again.words.contains("has money already"))
        #expect(try Self.held(served).envelope == envelope)
    }

    @Test func `money that is tied and rules are told at their fields when they cannot be`() async throws {
        let served = try await Self.begun()
        #expect(try await Self.post(served, "/money/new-source", Self.source).status == 303)
        let lock = [
            ("title", "North Road"), ("id", "north-road"), ("amount", "60,000"), ("until-day", "1"),
            ("until-month", "4"),
            ("until-year", "2026"), ("contract", ""),
        ]
        #expect(try await Self.post(served, "/money/new-lock", lock).status == 303)
        let late = try await Self.post(
            served, "/money/new-lock", Self.changed(lock, ["id": "other", "until-year": "2030"]))
        #expect(late.status == 422 && late.text.contains("#asked-until-day"))
        let twice = try await Self.post(served, "/money/new-lock", lock)
        #expect(twice.status == 422 && twice.text.contains("#asked-id"))
        let contract = try await Self.post(
            served, "/money/new-lock", Self.changed(lock, ["id": "c", "contract": "12"]))
        #expect(contract.status == 422 && contract.text.contains("#asked-contract"))
        let rule = [
            ("title", "For prevention"), ("id", "prevention"), ("kind", "ringFenceLeast"), ("limit", "50,000"),
            ("tag", "prevention"),
        ]
        #expect(try await Self.post(served, "/money/new-rule", rule).status == 303)
        let without = try await Self.post(served, "/money/new-rule", Self.changed(rule, ["id": "b", "limit": ""]))
        #expect(without.status == 422)
        let fraction = try await Self.post(
            served, "/money/new-rule",
            Self.changed(rule, ["id": "b", "kind": "optionsMost", "limit": "", "number": "1.5"]))
        #expect(fraction.status == 422 && fraction.text.contains("#asked-number"))
        #expect(try Self.held(served).rules.map(\.id) == [Slug("prevention")!])
        let out = try await Self.post(served, "/money/rules/prevention", [("step", "remove")])
        #expect(out.status == 303)
        #expect(try Self.held(served).rules.isEmpty)
    }

    @Test func `a criterion has words for its figures, and cost is none`() async throws {
        let served = try await Self.begun()
        #expect(try await Self.post(served, "/new-criterion", Self.criterion).status == 303)
        #expect(try Self.held(served).criteria.first?.scale?.anchors.map(\.value) == [0, 100])
        for (field, value) in [
            ("title", ""), ("id", ""), ("meaning", ""), ("unit", ""), ("at-1", ""), ("value-1", "much"), ("says-0", ""),
            ("outside", ""),
        ] {
            let reply = try await Self.post(
                served, "/new-criterion", Self.changed(Self.criterion, ["id": "other"].merging([field: value]) { $1 }))
            #expect(reply.status == 422 && reply.text.contains("href=\"#asked-\(field)\""), "\(field)")
        }
        let cost = try await Self.post(
            served, "/new-criterion", Self.changed(Self.criterion, ["id": "cost", "title": "Cost"]))
        #expect(cost.status == 422 && cost.text.contains("#asked-title"))
        let twice = try await Self.post(served, "/new-criterion", Self.criterion)
        #expect(twice.status == 422 && twice.text.contains("#asked-id"))
        let turned = try await Self.post(
            served, "/new-criterion", Self.changed(Self.criterion, ["id": "other", "title": "Other", "value-1": "50"]))
        #expect(turned.status == 422 && turned.text.contains("#asked-at-0"), "\(turned.words)")
        let page = try await served.ask("\(Self.root)/criteria/health")
        let saved = try await Self.post(served, "/criteria/health", page.sending(["outside": "cut", "step": "send"]))
        #expect(saved.status == 303, "\(saved.words)")
        #expect(try Self.held(served).criteria.first?.scale?.outside == .cut)
        let last = try await Self.post(served, "/criteria/health", [("step", "remove")])
        #expect(last.status == 422)
    }

    @Test func `a list of others is the beginning, and to change it needs a reason`() async throws {
        let served = try await Self.begun()
        let pack = try #require(CriteriaPack.shipped.first)
        let without = try await Self.post(served, "/pack", [("pack", "\(pack.id)"), ("use", "varied"), ("reason", "")])
        #expect(without.status == 422 && without.text.contains("#asked-reason"))
        let taken = try await Self.post(served, "/pack", [("pack", "\(pack.id)"), ("use", "adopted"), ("reason", "")])
        #expect(taken.status == 303, "\(taken.words)")
        let round = try Self.held(served)
        #expect(round.criteria.map(\.id) == pack.criteria.map(\.id) && round.pack?.use == .adopted)
    }

    @Test func `a form in Excel is had blank, refused by its cells, and taken in whole`() async throws {
        let served = try await Self.begun()
        #expect(try await Self.post(served, "/money/new-source", Self.source).status == 303)
        let blank = try await served.ask("\(Self.root)/options-form/options.xlsx")
        #expect(blank.status == 200 && blank.bytes.starts(with: [0x50, 0x4B]))
        func send(_ name: String, _ bytes: [UInt8]) async throws -> Reply {
            let form = WrittenForm(
                parts: [
                    .init(name: "csrf", fileName: nil, bytes: Array("csrf-manager".utf8)),
                    .init(name: "form", fileName: name, bytes: bytes),
                ])
            return try await served.send(
                "\(Self.root)/options-form", .post, cookies: ["remit": served.keeper.token(of: "manager")],
                headers: ["Content-Type": form.type], body: form.bytes)
        }
        for (name, bytes) in [
            ("options.xlsx", blank.bytes), ("options.xlsx", Array("no workbook".utf8)),
            ("old.xls", [0xD0, 0xCF, 0x11, 0xE0]),
        ] {
            let reply = try await send(name, bytes)
            #expect(reply.status == 422 && reply.text.contains("#form-form"), "\(name): \(reply.words)")
        }
        let none = try await Self.post(served, "/options-form", [])
        #expect(none.status == 422 && none.words.contains("Choose the form."))
        #expect(try Self.held(served).options.isEmpty)
    }
}
