import Tabular
import Testing
import Vocabulary

@testable import Priorities

struct RoundFolderTests {
    @Test(arguments: [
        ("round.yaml", RoundFolder.Part.round), ("round.json", .round), ("options/coast.yml", .options),
        ("scores/lay.csv", .scoreSheet), ("scores/lay.xlsx", .scoreSheet), ("scores/lay.yaml", .scores),
        ("scores.yaml", .scores), ("documents/equality.md", .other), ("scoreSheet.yaml", .other),
        ("round.txt", .other), ("old/round.yaml", .other), ("notes", .other), ("other.yaml", .other),
    ])
    func `a path says what a file is`(path: String, part: RoundFolder.Part) {
        #expect(RoundFolder.Part(path: path) == part)
    }

    private let round: JSONValue = object(
        ("round", "teeth"), ("title", "Teeth"), ("benefit", "whole"),
        ("programme", object(("title", "T"), ("spend", []))))

    private func names(_ steps: [RoundFolder.Step]) -> [String] {
        steps.map { step in
            switch step {
            case .act(let act): (act as? CloseStage).map { "close \($0.stage)" } ?? type(of: act).name
            case .sheet: "sheet"
            case .solve: "solve"
            case .ballot: "ballot"
            case .meeting(let path, _): path
            case .decision(let document): "decision of \(document.meeting?.description ?? "no meeting")"
            }
        }
    }

    private func steps(_ folder: RoundFolder) throws -> [RoundFolder.Step] {
        try folder.steps(
            keeping: { text throws(Refusal) in keptAside(text) },
            holding: { path throws(Refusal) in keptAside(path).digest })
    }

    @Test func `a folder with one file opens the round and closes nothing`() throws {
        #expect(names(try steps(RoundFolder(documents: [("round.yaml", round)]))) == ["openRound"])
    }

    @Test func `anchors close before weights, weights before scores, scores before the answer`() throws {
        let folder = try RoundFolder(
            documents: [
                ("decision.yaml", object(("body", "C"), ("outcomes", []))),
                ("ballot.yaml", object(("ballot", "may"))),
                ("meeting.yaml", object(("meeting", "pccc-5"))),
                (
                    "weights.yaml",
                    object(("weights", [object(("member", "lay"), ("given", []))]))
                ),
                ("round.yaml", round),
                ("members.yaml", object(("members", [object(("id", "lay"), ("role", "lay"), ("kind", "lay"))]))),
            ],
            sheets: [("scores/lay.csv", try ReturnedForm(csv: Array("Option,Score\n".utf8), named: "lay.csv"))])
        #expect(
            names(try steps(folder)) == [
                "openRound", "seatMember", "close anchors", "giveWeights", "close weights", "sheet", "close scores",
                "solve", "ballot", "meeting.yaml", "decision of pccc-5",
            ])
    }

    @Test func `two files for one thing, none to begin with, and a sheet that names nobody are refused`() throws {
        let twice = #expect(throws: Refusal.self) {
            try RoundFolder(documents: [("round.yaml", round), ("round.json", round)])
        }
        #expect(twice?.code == "round-file-twice")
        let none = #expect(throws: Refusal.self) { try RoundFolder(documents: []) }
        #expect(none?.code == "round-file-missing")
        let form = try ReturnedForm(csv: Array("Option,Score\n".utf8), named: "x.csv")
        let nobody = #expect(throws: Refusal.self) {
            try RoundFolder(documents: [("round.yaml", round)], sheets: [("scores/Ada Example.csv", form)])
        }
        #expect(nobody?.code == "score-sheet-name")
    }
}
