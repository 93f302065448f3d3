import Files
import Foundation
import HTTPTypes
import Pages
import Priorities
import Store
import Tabular
import Testing
import Vocabulary

@testable import Web

/// A member's scores as a form in Excel: had with what was given before, sent back, looked at, recorded.
@Suite struct ScoresInExcelTests {
    private static let place = "/mine/scores-form"
    private static let chair = Slug("chair")!

    private static func send(
        _ bytes: [UInt8], named name: String = "scores.xlsx", to held: RoundAtWorkServed,
        as account: String = "seat-chair"
    ) async throws -> Reply {
        let form = WrittenForm(
            parts: [
                .init(name: "csrf", fileName: nil, bytes: Array("csrf-\(account)".utf8)),
                .init(name: "form", fileName: name, bytes: bytes),
            ])
        return try await held.served.send(
            RoundAtWorkServed.root + place, .post, cookies: ["remit": held.served.keeper.token(of: account)],
            headers: ["Content-Type": form.type], body: form.bytes)
    }

    /// The chair's form with figures in the rows of the first options, one for each.
    private static func filled(_ held: RoundAtWorkServed, _ figures: [FormSheet.Cell.Value]) throws -> [UInt8] {
        var form = try ScoresTemplate.form(for: chair, in: held.round)
        let column = try #require(form.sheets[0].columns.firstIndex { $0.title == "Score" })
        for (row, figure) in figures.enumerated() { form.sheets[0].rows[row][column] = FormSheet.Cell(figure) }
        return try WorkbookFile.bytes(form: form)
    }

    private static func scores(_ held: RoundAtWorkServed) throws -> [Score] { try held.round.scores[chair] ?? [] }

    private static func csv(_ lines: [String]) -> [UInt8] {
        Array((["Option,Criterion,Score"] + lines).joined(separator: "\n").utf8)
    }

    @Test func `a form is had, sent back, looked at with what it changes, and recorded once`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let page = try await held.ask(Self.place)
        #expect(page.words.contains("Have your form (Excel), with what you gave before"))
        let had = try await held.ask("\(Self.place)/scores.xlsx")
        #expect(had.status == 200 && had.bytes.starts(with: [0x50, 0x4B]))
        let returned = try ReturnedForm(returned: had.bytes, named: "scores.xlsx")
        #expect(returned.fact("Member") == "chair")
        let (lines, before) = (try held.lines, try Self.scores(held))
        let check = try await Self.send(try Self.filled(held, [.number(3), .number(4)]), to: held)
        #expect(check.status == 200, "\(check.words)")
        #expect(check.words.contains("Nothing is recorded until you send it.") && check.words.contains("What would be"))
        #expect(try held.lines == lines)
        for _ in 0..<2 {
            let sent = try await held.post(Self.place, check.sending(["step": "send"]))
            #expect(sent.status == 303 && sent.location == "\(RoundAtWorkServed.root)/mine/check", "\(sent.words)")
        }
        #expect(try held.lines == lines + 1)
        let round = try held.round
        let option = try #require(round.options.first { !round.excluded(Self.chair).contains($0.id) })
        let now = try Self.scores(held)
        for (criterion, value) in zip(round.leaves.prefix(2), [3.0, 4.0]) {
            #expect(now.last { $0.option == option.id && $0.criterion == criterion.id }?.value == value)
        }
        #expect(now.count >= before.count)
        let same = try await Self.send(try Self.filled(held, [.number(3), .number(4)]), to: held)
        #expect(same.status == 303, "what is given already is told so")
    }

    @Test func `one cell at fault is named, and nothing of the form is taken in`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let lines = try held.lines
        let reply = try await Self.send(
            try Self.filled(held, [.number(3), .text("lots"), .number(9_999)]), to: held)
        #expect(reply.status == 422 && reply.words.contains("Nothing was taken in"))
        #expect(reply.words.contains("“lots”") && reply.words.contains("lies above"), "every fault at once")
        #expect(reply.words.contains("What is wrong in the form") && reply.text.contains("#form-form"))
        #expect(try held.lines == lines)
    }

    @Test func `another member’s form, and what is no form, is refused with a sentence`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let lines = try held.lines
        let other = try #require(try held.round.members.map(\.id).first { $0 != Self.chair })
        let theirs = try WorkbookFile.bytes(form: ScoresTemplate.form(for: other, in: held.round))
        for (bytes, name) in [(theirs, "theirs.xlsx"), (Array("no workbook".utf8), "scores.xlsx"), ([], "scores.xlsx")]
        {
            let reply = try await Self.send(bytes, named: name, to: held)
            #expect(reply.status == 422 && reply.text.contains("#form-form"), "\(reply.words)")
        }
        let none = try await held.post(Self.place, [])
        #expect(none.status == 422 && none.words.contains("Choose the form."))
        #expect(try held.lines == lines)
    }

    @Test func `scores that were changed elsewhere since are shown, and nothing is lost`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let round = try held.round
        let option = try #require(round.options.first { !round.excluded(Self.chair).contains($0.id) })
        let leaf = try #require(round.leaves.first)
        let check = try await Self.send(Self.csv(["\(option.id),\(leaf.id),3"]), named: "chair.csv", to: held)
        #expect(check.status == 200, "\(check.words)")
        let page = try await held.ask("/mine/scores/\(leaf.id)")
        #expect(try await held.post("/mine/scores/\(leaf.id)", page.sending(["score-\(option.id)": "7"])).status == 303)
        let late = try await held.post(Self.place, check.sending(["step": "send"]))
        #expect(late.status == 422 && late.words.contains("were changed since you sent the form"))
        #expect(try await held.post(Self.place, late.sending(["step": "send"])).status == 303)
        #expect(try Self.scores(held).last { $0.option == option.id && $0.criterion == leaf.id }?.value == 3)
    }

    @Test func `scores that no page of ours kept are not recorded`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        let lines = try held.lines
        let option = try held.round.options[0].id
        for kept in [
            "nonsense", "[]", "[{\"option\":\"none\",\"criterion\":\"health\",\"value\":3}]",
            "[{\"option\":\"\(option)\",\"criterion\":\"health\",\"value\":1e300}]",
        ] {
            let reply = try await held.post(Self.place, [("kept", kept), ("step", "send")])
            #expect(reply.status == (kept == "[]" ? 303 : 422), "\(kept): \(reply.words)")
        }
        #expect(try held.lines == lines)
    }

    @Test func `the form is of one’s own seat, and scores are taken only while they are open`() async throws {
        let held = try RoundAtWorkServed(.scoring)
        for who in ["manager", "panel-member"] {
            #expect(try await held.ask("\(Self.place)/scores.xlsx", as: who).status == 403)
            #expect(try await Self.send([], to: held, as: who).status == 403)
        }
        let weighing = try RoundAtWorkServed(.weighing)
        let option = try weighing.round.options[0].id
        let early = try await Self.send(Self.csv(["\(option),health,3"]), named: "chair.csv", to: weighing)
        #expect(early.status == 422 && early.words.contains("weights"))
    }
}
