import Files
import Foundation
import Governance
import Tabular
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// What people write of persons: where it comes from, who sees it, and what is never kept.
struct RegisterInWordsTests {
    @Test func `a register in a workbook is read from its first sheet, and a scheme of delegation too`() async throws {
        try await RoundScratch.with { scratch in
            let titles = ["Name", "Position", "Declared interest", "Type", "Direct or indirect", "From"]
            let register = Table(
                key: "register", caption: "",
                columns: titles.enumerated().map { .init("c\($0.offset)", $0.element) },
                rows: [
                    ["Jonas Fell", "GP", "Partner in a practice", "Financial", "Direct", "01/04/2024"].map(Cell.text)
                ])
            try Data(WorkbookFile.bytes([register, register], title: "Register"))
                .write(to: scratch.folder.appendingPathComponent("register.xlsx"))
            let words = ["interest", "import", scratch.path("register.xlsx"), "--declared-on", "2025-04-01"]
            #expect(try await scratch.refusal(words + ["--dry-run"]) == nil)
            #expect(try scratch.book.people.isEmpty)
            #expect(try await scratch.refusal(words) == nil)
            #expect(try scratch.book.people[Slug("p001")!]?.declarations.map(\.arose) == [Day("2024-04-01")!])
            let scheme = Table(
                key: "scheme", caption: "",
                columns: ["matter", "level", "holder", "instrument", "limit", "document"].map { .init($0, $0) },
                rows: [["Dental", "local", "Head of care", "scheme", "250,000", "Scheme 2025"].map(Cell.text)])
            try Data(WorkbookFile.bytes([scheme], title: "Scheme"))
                .write(to: scratch.folder.appendingPathComponent("scheme.xlsx"))
            let enter = ["decision", "rights", "enter", scratch.path("scheme.xlsx")]
            #expect(try await scratch.refusal(enter + ["--body", "QWX", "--from", "2025-04-01"]) == nil)
            #expect(try scratch.book.rights.values.map(\.upTo) == [Money(pounds: "£250,000")])
        }
    }

    @Test func `somebody leaves once, with nothing declared afterwards`() async throws {
        try await RoundScratch.withCommittee { scratch in
            #expect(try await scratch.refusal("interest", "leave", "p004", "--on", "2025-05-31") == nil)
            #expect(try scratch.book.people[Slug("p004")!]?.left == Day("2025-05-31"))
            let head = try scratch.head()
            let cases: [([String], String)] = [
                (["leave", "p004", "--on", "2025-06-01"], "person-left"),
                (["leave", "p003", "--on", "2023-01-01"], "before-person"),
                (["leave", "p003", "--on", "2199-01-01"], "day-in-future"),
                (["leave", "p009", "--on", "2025-04-01"], "no-such-person"),
                (["nil", "p004", "--on", "2025-06-01"], "person-left"),
            ]
            for (words, code) in cases {
                #expect(try await scratch.refusal(["interest"] + words)?.code == code, "\(words)")
            }
            #expect(try scratch.head() == head)
        }
    }

    @Test func `an NHS number is refused wherever somebody writes it, and the contract's number is not`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let head = try scratch.head()
            let file =
                "id: care\nkind: financial\nsituation: loyalty\ndescription: Treats 943 476 5919\narose: 2025-01-01\n"
                + "declaredOn: 2025-01-02\n"
            let written = try await scratch.refusal("interest", "declare", "p003", scratch.write("care.yaml", file))
            #expect(written?.code == "patient-identifying" && written?.kind == .input)
            #expect(written?.sentence.contains("care.yaml: description") == true)
            #expect(written?.sentence.contains("943") == false)
            let typed = try await scratch.refusal(
                "interest", "redact", "p003", "partner", "--reason", "It names 9434765919")
            #expect(typed?.code == "patient-identifying")
            let review = try await scratch.refusal("interest", "review", "p003", "--note", "See 9434765919")
            #expect(review?.code == "patient-identifying")
            #expect(try scratch.head() == head)
            let contract = file.replacing("Treats 943 476 5919", with: "Holds contract 9434765919")
            #expect(try await scratch.refusal("interest", "declare", "p003", scratch.write("c.yaml", contract)) == nil)
        }
    }

    @Test func `a refusal of one act among several says where in the file it stands`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let head = try scratch.head()
            let people = """
                people:
                  - {person: p010, name: New Person, knownFrom: 2024-01-01}
                  - person: p003
                    declarations:
                      - {id: early, kind: financial, situation: loyalty, description: Early, arose: 0205-01-01,
                         declaredOn: 2025-01-02}

                """
            let early = try #require(
                try await scratch.refusal("interest", "enter", scratch.write("more.yaml", people)))
            #expect(early.code == "year-unlikely")
            #expect(early.sentence.hasPrefix("more.yaml, p003 (enterDeclaration): The day on which “early” arose"))
            let events = """
                events:
                  - {do: openMeeting, at: "09:00", present: [p001, p002, p004], chairs: [{committee: pccc, person: p001}]}
                  - {do: takeItem, at: "09:05", item: nowhere}

                """
            let whole = try scratch.write("whole.yaml", GovernanceFiles.plan + events)
            let nowhere = try #require(try await scratch.refusal("meeting", "run", whole))
            #expect(nowhere.sentence.hasPrefix("whole.yaml, events[1] (takeItem): "))
            let blank = people.replacing("0205", with: "2025").replacing("description: Early", with: "description: ' '")
            let empty = try await scratch.refusal("interest", "enter", scratch.write("blank.yaml", blank))
            #expect(empty?.code == "text-missing" && empty?.sentence == "The description of “early” is missing.")
            #expect(try scratch.head() == head)
        }
    }

    @Test func `names and words stand in what is shown only where they are asked for`() async throws {
        try await RoundScratch.withCommittee { scratch in
            let day = Day("2025-05-01")!
            let plain = try GovernanceView(scratch.desk, on: day, withNames: false)
            let named = try GovernanceView(scratch.desk, on: day)
            func history(_ view: GovernanceView) throws -> String {
                try view.register.history(of: Slug("p003")!).withoutPersonalColumns().text()
            }
            let shown = try history(plain)
            #expect(shown.contains("History of p003") && !shown.contains("Harbour"))
            #expect(try named.register.history(of: Slug("p003")!).text().contains("Partner in the practice"))
            #expect(plain.names.name(person: Slug("p001")!) == "p001")
            #expect(named.names.name(person: Slug("p001")!) == "Rosa Quillfeather, Lay chair")
        }
    }
}
