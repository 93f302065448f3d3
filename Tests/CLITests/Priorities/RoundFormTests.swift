import Files
import Foundation
import Priorities
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Forms that are sent out and come back.
struct RoundFormTests {
    /// A form as a member would send it back, with the column filled row by row.
    private func filled(_ form: WorkbookForm, _ sheet: String, _ column: String, with values: [Double]) throws
        -> [UInt8]
    {
        var form = form
        let place = try #require(form.sheets.firstIndex { $0.name == sheet })
        let cell = try #require(form.sheets[place].columns.firstIndex { $0.title == column })
        for (row, value) in zip(form.sheets[place].rows.indices, values) {
            form.sheets[place].rows[row][cell] = FormSheet.Cell(.number(value))
        }
        return try WorkbookFile.bytes(form: form)
    }

    @Test func `a form for scores is filled in and taken in`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 4) == nil)
            #expect(
                try await scratch.refusal("round", "template", "my-round", "scores", "--to", scratch.path("forms"))
                    == nil)
            #expect(FileManager.default.fileExists(atPath: scratch.path("forms/scores/chair.xlsx")))
            // Nothing is overwritten: a member's figures may stand in it.
            let again = try await scratch.refusal(
                "round", "template", "my-round", "scores", "--to", scratch.path("forms"))
            #expect(again?.code == "file-exists")
            let form = try ScoresTemplate.form(for: Slug("clinician")!, in: scratch.round())
            let returned = try filled(form, "Scores", "Score", with: [7, 10, 6, 20])
            try Data(returned).write(to: scratch.folder.appendingPathComponent("Re_ scores final.xlsx"))
            #expect(
                try await scratch.refusal("round", "score", "my-round", scratch.path("Re_ scores final.xlsx")) == nil)
            let scores = try #require(try scratch.round().scores[Slug("clinician")!])
            #expect(scores.map(\.value) == [7, 10, 6, 20])
            #expect(!scores.contains { $0.option == Slug("evening-clinic")! })
        }
    }

    @Test func `faults of a form are named by sheet and cell, and nothing of it is taken in`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 4) == nil)
            let form = try ScoresTemplate.form(for: Slug("chair")!, in: scratch.round())
            let returned = try filled(form, "Scores", "Score", with: [7, 10, 130, 20])
            try Data(returned).write(to: scratch.folder.appendingPathComponent("chair.xlsx"))
            let head = try scratch.head()
            let refusal = try await scratch.refusal("round", "score", "my-round", scratch.path("chair.xlsx"))
            #expect(refusal?.kind == .input)
            #expect(refusal?.description.contains("Sheet “Scores”, cell G4: 130 lies above 10") == true, "\(refusal!)")
            #expect(try scratch.head() == head)
            // The other file is at fault, so neither is taken in.
            let good = try filled(form, "Scores", "Score", with: [7, 10, 6, 20])
            try Data(good).write(to: scratch.folder.appendingPathComponent("good.xlsx"))
            let both = try await scratch.refusal(
                "round", "score", "my-round", scratch.path("good.xlsx"), scratch.path("chair.xlsx"))
            #expect(both?.kind == .input)
            #expect(try scratch.head() == head)
            // Another member's form is refused as a whole.
            let other = try await scratch.refusal(
                "round", "score", "my-round", scratch.path("good.xlsx"), "--member", "clinician")
            #expect(other?.code == "wrong-form", "\(String(describing: other))")
        }
    }

    @Test func `a form for options comes back, and amends what is there`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 1) == nil)
            let file = scratch.path("options.xlsx")
            #expect(try await scratch.refusal("round", "template", "my-round", "options", "--xlsx", file) == nil)
            #expect(FileManager.default.fileExists(atPath: file))
            let form = try OptionsTemplate.form(for: scratch.round())
            let returned = try filled(form, "Options", "2026/27 one-off (£)", with: [9_000])
            try Data(returned).write(to: scratch.folder.appendingPathComponent("back.xlsx"))
            #expect(try await scratch.refusal("round", "options", "my-round", scratch.path("back.xlsx")) == nil)
            let option = try #require(try scratch.round().option(Slug("home-visits")!))
            #expect(option.cost(in: FinancialYear("2026/27")!).oneOff == Money(pence: 900_000))
            #expect(option.evidence.count == 1)
        }
    }

    @Test func `the three documents are made for an option that stops a service, and attached`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            let small = SmallRound().changing(
                "options.yaml", "title: Evening clinic", to: "title: Evening clinic\n    changesService: true")
            #expect(try await small.run(scratch, upTo: 1) == nil)
            let folder = scratch.path("law")
            #expect(try await scratch.refusal("round", "template", "my-round", "assessments", "--to", folder) == nil)
            for ending in ["equality", "quality", "involvement"] {
                let path = "\(folder)/documents/evening-clinic-\(ending).docx"
                let bytes = try #require(FileManager.default.contents(atPath: path))
                #expect(bytes.starts(with: Array("PK".utf8)))
            }
            let list = try String(contentsOfFile: "\(folder)/assessments.yaml", encoding: .utf8)
            let undated = try await scratch.refusal("round", "assess", "my-round", "\(folder)/assessments.yaml")
            #expect(undated?.kind == .input)
            try scratch.write("law/assessments.yaml", list.replacing("dated: ", with: "dated: 2026-01-05"))
            let head = try scratch.head()
            #expect(try await scratch.refusal("round", "assess", "my-round", "\(folder)/assessments.yaml") == nil)
            #expect(try scratch.round().assessments.count == 3)
            #expect(try scratch.round().seen.count == 12)
            #expect(try scratch.head() == head + 7)
            #expect(try Verification(of: scratch.store).faults == [])
            // The same file again says nothing new of the documents.
            #expect(try await scratch.refusal("round", "assess", "my-round", "\(folder)/assessments.yaml") == nil)
            #expect(try scratch.round().assessments.count == 3)
            // A file that says otherwise of what is attached is refused, not passed over.
            try scratch.write("law/assessments.yaml", list.replacing("dated: ", with: "dated: 2026-01-06"))
            let changed = try await scratch.refusal("round", "assess", "my-round", "\(folder)/assessments.yaml")
            #expect(changed?.code == "assessment-exists")
            // Nor is a document that was changed since taken for the one attached.
            try scratch.write("law/assessments.yaml", list.replacing("dated: ", with: "dated: 2026-01-05"))
            try scratch.write("law/documents/evening-clinic-equality.docx", "another")
            let swapped = try await scratch.refusal("round", "assess", "my-round", "\(folder)/assessments.yaml")
            #expect(swapped?.code == "assessment-exists")
            #expect(swapped?.sentence.contains("another document") == true)
        }
    }

    @Test func `YAML files to edit are YAML`() async throws {
        try await RoundScratch.with { (scratch: RoundScratch) async throws in
            #expect(try await SmallRound().run(scratch, upTo: 4) == nil)
            let folder = scratch.path("yaml")
            for kind in ["options", "scores"] {
                #expect(
                    try await scratch.refusal("round", "template", "my-round", kind, "--to", folder, "--yaml") == nil)
            }
            let options = try RoundFiles.value(at: "\(folder)/options.yaml")
            #expect(try OptionsDocument.read(options, named: "options.yaml").options.count == 1)
            #expect(try RoundFiles.value(at: "\(folder)/scores/chair.yaml")["scores"] != nil)
        }
    }
}
