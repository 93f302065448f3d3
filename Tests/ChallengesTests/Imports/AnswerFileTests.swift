import Tabular
import Testing
import Vocabulary

@testable import Challenges

/// The provider's workbook as it comes back, in all the ways in which it does.
struct AnswerFileTests {
    /// The form that was sent, with cells filled in by challenge and column.
    private func returned(
        _ bundle: ChallengeBundle, isText: Bool = false, _ filled: [Int: [String: String]] = [:],
        facts: [String: String] = [:]
    ) -> ReturnedForm {
        let form = AnswerForm.form(of: bundle, sending: bundle.sending)
        let sheet = form.sheets[0]
        let titles = sheet.columns.map(\.title)
        let rows = sheet.rows.enumerated().map { place, cells in
            Sheet.Row(
                number: place + 2,
                cells: cells.enumerated().map { column, cell in
                    filled[place + 1]?[titles[column]] ?? cell.value.text
                })
        }
        let first = ReturnedSheet(
            name: WorkbookForm.firstSheet,
            rows: form.facts.enumerated().map { place, fact in
                Sheet.Row(number: place + 3, cells: [fact.label, facts[fact.label] ?? fact.value])
            })
        let filledSheet = ReturnedSheet(name: sheet.name, rows: [Sheet.Row(number: 1, cells: titles)] + rows)
        return ReturnedForm(name: "back.xlsx", sheets: isText ? [filledSheet] : [first, filledSheet], isText: isText)
    }

    private func read(_ form: ReturnedForm, _ bundle: ChallengeBundle? = nil) throws -> AnswerFile {
        try AnswerFile(form, to: bundle ?? Sample.sentBundle())
    }

    private let rejected = ["Answer": "Rejected", "Your reason": "The practice is ours."]

    @Test func `rows are kept, refused or not answered, and none is lost`() throws {
        let bundle = try Sample.sentBundle()
        let file = try read(
            returned(
                bundle,
                [
                    1: rejected, 2: ["Answer": "accepted", "Amount accepted": "£40.00"],
                    3: ["Answer": "part", "Amount accepted": "£20", "Your reason": "One of two."],
                    4: ["Answer": "perhaps"],
                ]))
        #expect(file.rowsRead == 6 && file.rowsKept + file.rowsRefused == 6)
        #expect(file.rowsUnanswered == 2 && file.answers.map(\.number) == [1, 2, 3])
        #expect(file.answers[1].amount == nil && file.answers[2].amount == Money(pence: 2_000))
        #expect(file.problems.map(\.code) == ["unknown-answer"] && file.problems[0].row == 5)
        #expect(file.problems[0].explanation.contains("“perhaps” is none of accepted, part, rejected."))
        #expect(file.missing == [])
    }

    @Test(arguments: [
        (["Answer": "rejected"], "no-reason", "Your reason"),
        (["Answer": "part", "Your reason": "Half."], "amount-missing", "Amount accepted"),
        (
            ["Answer": "part", "Your reason": "Half.", "Amount accepted": "£1,000"], "more-than-claimed",
            "Amount accepted"
        ),
        (["Answer": "part", "Your reason": "Half.", "Amount accepted": "TBC"], "unreadable-amount", "Amount accepted"),
        (["Answer": "part", "Your reason": "Half.", "Amount accepted": "(5.00)"], "amount-missing", "Amount accepted"),
        (["Answer": "accepted", "Amount accepted": "£1"], "amount-not-asked", "Amount accepted"),
        (["Your reason": "Half."], "answer-missing", "Answer"),
        (["Answer": "accepted", "Row": "99"], "row-changed", "Row"),
        (["Answer": "accepted", "Rule": "CC99"], "row-changed", "Rule"),
        (["Answer": "accepted", "Money in question": "£1.00"], "row-changed", "Money in question"),
        (["Answer": "accepted", "File": "other.csv"], "row-changed", "File"),
        (["Answer": "accepted", "Reference": "rx1-2025-26-m06/77"], "unknown-challenge", "Reference"),
        (["Answer": "accepted", "Reference": "rx1-2025-26-m06/2"], "challenge-twice", "Reference"),
        (["Answer": "accepted", "Reference": "rx9-2025-26-m06/1"], "other-bundle", "Reference"),
        (["Answer": "accepted", "Reference": "first"], "unknown-reference", "Reference"),
        (["Answer": "accepted", "Reference": ""], "blank", "Reference"),
    ])
    func `a row at fault is refused with its column`(filled: [String: String], code: String, column: String) throws {
        // The third is filled in; a reference to the second is then there twice.
        let changesReference = filled["Reference"] == "rx1-2025-26-m06/2"
        var filled = filled
        if changesReference {
            for (title, text) in ["Rule": "CC05", "Row": "3", "Money in question": "40.00"] { filled[title] = text }
        }
        let file = try read(returned(Sample.sentBundle(), [3: filled]))
        #expect(file.problems.first.map(\.code) == code && file.problems.first?.column == column)
        #expect(file.rowsRefused == 1 && file.rowsKept == 5)
    }

    @Test func `a workbook of another bundle, provider or with another digest is refused whole`() throws {
        let bundle = try Sample.sentBundle()
        func code(_ facts: [String: String]) -> String? {
            refused { _ = try read(returned(bundle, [1: rejected], facts: facts)) }
        }
        #expect(code([:]) == nil)
        #expect(code([AnswerForm.bundleFact: "rx1-2025-26-m05"]) == "other-bundle")
        #expect(code(["Provider": "RX2"]) == "other-provider")
        #expect(code([AnswerForm.digestFact: Sample.digest(77).description]) == "altered-digest")
        let plain = ReturnedForm(name: "plan.xlsx", sheets: [ReturnedSheet(name: "Sheet1", rows: [])])
        #expect(refused { _ = try read(plain) } == "no-answers")
    }

    @Test func `saved as CSV it is read the same, and another bundle's is known by its references`() throws {
        let bundle = try Sample.sentBundle()
        let file = try read(returned(bundle, isText: true, [1: rejected]))
        #expect(file.answers.map(\.number) == [1] && file.rowsRead == 6)
        let other = ChallengeBundle(
            id: Slug("rx1-2025-26-m09")!, provider: "RX1", commissioner: Sample.board, run: Sample.digest(9),
            document: Sample.digest(8), raisedOn: bundle.raisedOn, words: [], challenges: bundle.challenges)
        #expect(refused { _ = try read(returned(other, isText: true, [1: rejected]), bundle) } == "other-bundle")
    }

    @Test func `a reason that names a patient refuses the workbook, and the refusal does not repeat it`() throws {
        let bundle = try Sample.sentBundle()
        let form = returned(bundle, [1: ["Answer": "rejected", "Your reason": "Patient 943 476 5919 is ours."]])
        #expect(throws: Refusal.self) { try read(form) }
        do { _ = try read(form) } catch let refusal as Refusal {
            #expect(!refusal.description.contains("5919"))
        }
    }

    @Test func `challenges that no row names are told, and stay unanswered`() throws {
        let bundle = try Sample.sentBundle()
        var form = returned(bundle, [1: rejected])
        form.sheets[1].rows.removeLast(2)
        let file = try read(form)
        #expect(file.missing == [5, 6] && file.problems.map(\.code) == ["rows-missing"] && file.rowsRead == 4)
    }

    @Test func `what is concluded meanwhile is no longer answered`() throws {
        let partly = try Sample.done(
            Sample.concluding([.init(number: 1, outcome: .withdrawn, reason: "Ours.")], on: "2025-11-04"),
            Sample.sentBundle())
        let file = try read(returned(partly, [1: rejected, 2: ["Answer": "accepted"]]), partly)
        #expect(file.problems.map(\.code) == ["challenge-concluded"] && file.answers.map(\.number) == [2])
    }
}
